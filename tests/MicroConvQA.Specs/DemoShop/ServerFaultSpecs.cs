using System.Text.Json.Nodes;
using FluentAssertions;
using MicroConvQA.DemoShop;
using MicroConvQA.DemoShop.Faults;
using NUnit.Framework;

namespace MicroConvQA.Specs.DemoShop;

internal sealed class ServerFaultSpecs
{
    private DemoShopHost _shop = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _shop = await DemoShopHost.StartAsync(new DemoShopOptions());

    [OneTimeTearDown]
    public async Task CloseAsync() => await _shop.DisposeAsync();

    [Test]
    public async Task An_unknown_fault_is_refused_with_the_nearest_name()
    {
        var start = () => DemoShopHost.StartAsync(new DemoShopOptions { Faults = ["renamed-add-to-card"] });

        (await start.Should().ThrowAsync<UnknownFaultException>())
            .Which.Message.Should()
            .StartWith(
                "The demo shop has no fault 'renamed-add-to-card'. Did you mean 'renamed-add-to-cart'? It knows: renamed-add-to-cart, phone-only-missing,"
            );
    }

    [Test]
    public async Task An_unknown_fault_in_the_url_is_a_page_that_says_so()
    {
        using var shopper = new ShopClient(_shop);

        var answer = await shopper.GetAsync("/?fault=string-valu");

        ((int)answer.StatusCode).Should().Be(400);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Did you mean &#39;string-value&#39;?");
    }

    [Test]
    public async Task A_taken_port_is_named()
    {
        var port = _shop.BaseUrl.Port;

        var start = () => DemoShopHost.StartAsync(new DemoShopOptions { Port = port });

        (await start.Should().ThrowAsync<IOException>()).WithMessage(
            $"The demo shop cannot listen on 127.0.0.1:{port}, because something else does. Choose another port, or 0 for a free one."
        );
    }

    [Test]
    public async Task A_fault_of_the_url_holds_for_the_session_and_can_be_taken_back()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.PageAsync("/?fault=wrong-item-id");

        var faulty = await AddAsync(shopper);
        await shopper.PageAsync("/?fault=");
        var healthy = await AddAsync(shopper);

        ItemOf(faulty).Should().Be("LAMP-ARC");
        ItemOf(healthy).Should().Be("LAMP-ARC-01");
    }

    [TestCase("/lamps?fault=list-name-undefined", true)]
    [TestCase("/lamps", false)]
    public async Task A_list_without_a_name_is_called_undefined_with_list_name_undefined(string path, bool isFaulty)
    {
        using var shopper = new ShopClient(_shop);

        var page = await shopper.PageAsync(path);

        page.Contains("undefined", StringComparison.Ordinal).Should().Be(isFaulty);
    }

    [Test]
    public async Task A_fault_of_the_options_holds_for_everybody()
    {
        await using var shop = await DemoShopHost.StartAsync(new DemoShopOptions { Faults = ["renamed-add-to-cart"] });
        using var shopper = new ShopClient(shop);

        var reply = await shopper.ActAsync("/api/cart/add", ("sku", "LAMP-ARC-01"));

        NamesIn(reply).Should().Equal("addToCart");
    }

    [Test]
    public async Task Only_the_sticky_bar_is_silent_with_phone_only_missing()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.PageAsync("/?fault=phone-only-missing");

        var bar = await shopper.ActAsync("/api/cart/add", ("sku", "LAMP-ARC-01"), ("placement", "bar"));
        var box = await shopper.ActAsync("/api/cart/add", ("sku", "LAMP-ARC-01"));

        bar["events"]!.AsArray().Should().BeEmpty();
        box["events"]!.AsArray().Should().HaveCount(1);
    }

    [Test]
    public async Task A_string_value_is_written_as_a_german_would()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.PageAsync("/?fault=string-value");

        var reply = await shopper.ActAsync("/api/cart/add", ("sku", "CHAIR-LOUNGE-01"));

        reply["events"]![0]!["ecommerce"]!["value"]!.GetValue<string>().Should().Be("1.299,00");
    }

    [Test]
    public async Task Begin_checkout_lacks_only_its_currency_with_missing_parameter()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.PageAsync("/?fault=missing-parameter");
        await AddAsync(shopper);

        var ecommerce = (await shopper.ActAsync("/api/checkout/begin"))["events"]![0]!["ecommerce"]!.AsObject();

        ecommerce.Select(member => member.Key).Should().Equal("value", "items");
    }

    [Test]
    public async Task Add_shipping_info_lacks_only_its_tier_with_shipping_tier_missing()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.GoToPaymentAsync();
        var healthy = await DeliverAsync(shopper);
        await shopper.PageAsync("/?fault=shipping-tier-missing");

        var faulty = await DeliverAsync(shopper);

        healthy.Except(faulty).Should().Equal("shipping_tier");
        faulty.Except(healthy).Should().BeEmpty();
    }

    [Test]
    public async Task Purchase_lacks_only_its_transaction_id_with_its_fault()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.PageAsync("/?fault=transaction-id-missing");
        await shopper.GoToPaymentAsync();
        await shopper.PayAsync();

        var purchase = (await shopper.PushesOfAsync("/checkout/thank-you")).Single()["ecommerce"]!.AsObject();

        purchase.Select(member => member.Key).Should().Equal("currency", "value", "items", "tax", "shipping", "payment_type");
    }

    [TestCase("currency-lower-case", "currency", "\"eur\"")]
    [TestCase("items-empty", "items", "[]")]
    public async Task A_cart_is_shown_with_one_thing_wrong(string fault, string parameter, string wrong)
    {
        using var shopper = new ShopClient(_shop);
        await AddAsync(shopper);

        var healthy = (await shopper.PushesOfAsync("/cart")).Single()["ecommerce"]!.AsObject();
        var faulty = (await shopper.PushesOfAsync($"/cart?fault={fault}")).Single()["ecommerce"]!.AsObject();

        faulty[parameter]!.ToJsonString().Should().Be(wrong);
        faulty
            .Where(member => member.Key != parameter)
            .Select(member => member.Value!.ToJsonString())
            .Should()
            .Equal(healthy.Where(member => member.Key != parameter).Select(member => member.Value!.ToJsonString()));
    }

    [TestCase("", "add_payment_info")]
    [TestCase("purchase-on-cancelled-payment", "add_payment_info,purchase")]
    public async Task Who_is_sent_to_paypal_has_not_bought_yet(string fault, string pushed)
    {
        using var shopper = new ShopClient(_shop);
        await shopper.PageAsync($"/?fault={fault}");
        await shopper.GoToPaymentAsync();

        NamesIn(await shopper.ActAsync("/api/checkout/payment", ("payment", "paypal"))).Should().Equal(pushed.Split(','));
    }

    [TestCase(false, 1)]
    [TestCase(true, 3)]
    public async Task Begin_checkout_comes_three_times_only_for_who_is_logged_in(bool isLoggedIn, int times)
    {
        using var shopper = new ShopClient(_shop);
        await shopper.PageAsync("/?fault=begin-checkout-thrice");
        if (isLoggedIn)
            await shopper.ActAsync(
                "/api/account/create",
                ("email", $"{Guid.NewGuid():N}@example.com"),
                ("first", "Jane"),
                ("last", "Doe"),
                ("password", "secret-123")
            );
        await AddAsync(shopper);

        NamesIn(await shopper.ActAsync("/api/checkout/begin")).Should().Equal(Enumerable.Repeat("begin_checkout", times));
    }

    [Test]
    public async Task Every_load_of_the_confirmation_pushes_with_purchase_on_reload()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.PageAsync("/?fault=purchase-on-reload");
        await shopper.GoToPaymentAsync();
        await shopper.PayAsync();

        await shopper.PushesOfAsync("/checkout/thank-you");

        (await shopper.PushesOfAsync("/checkout/thank-you")).Should().HaveCount(1);
    }

    [Test]
    public async Task An_empty_search_is_pushed_with_its_fault()
    {
        using var shopper = new ShopClient(_shop);

        var pushes = await shopper.PushesOfAsync("/search?q=unicorn&fault=search-without-result-fires");

        pushes.Single()["results"]!.GetValue<int>().Should().Be(0);
    }

    [Test]
    public async Task A_sign_up_carries_the_address_with_its_fault()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.PageAsync("/?fault=email-in-sign-up");

        var reply = await shopper.ActAsync(
            "/api/account/create",
            ("email", "leak@example.com"),
            ("first", "Jane"),
            ("last", "Doe"),
            ("password", "secret-123")
        );

        reply["events"]![0]!["user_email"]!.GetValue<string>().Should().Be("leak@example.com");
    }

    [Test]
    public async Task A_renamed_button_is_renamed_in_both_layouts()
    {
        using var shopper = new ShopClient(_shop);

        var page = await shopper.PageAsync("/products/arc-lamp?fault=renamed-button");

        page.Should().NotContain(">Add to cart<").And.Match("*>Add to basket<*>Add to basket<*");
    }

    private static Task<JsonNode> AddAsync(ShopClient shopper) => shopper.ActAsync("/api/cart/add", ("sku", "LAMP-ARC-01"));

    private static IEnumerable<string> NamesIn(JsonNode reply) =>
        reply["events"]!.AsArray().Select(push => push!["event"]!.GetValue<string>());

    private static string ItemOf(JsonNode reply) => reply["events"]![0]!["ecommerce"]!["items"]![0]!["item_id"]!.GetValue<string>();

    private static async Task<string[]> DeliverAsync(ShopClient shopper) =>
        [
            .. (await shopper.ActAsync("/api/checkout/delivery", ("delivery", "express")))["events"]![0]!["ecommerce"]!
                .AsObject()
                .Select(member => member.Key),
        ];
}
