using System.Text.Json.Nodes;
using FluentAssertions;
using MicroConvQA.DemoShop;
using NUnit.Framework;

namespace MicroConvQA.Specs.DemoShop;

internal sealed class CheckoutSpecs
{
    private DemoShopHost _shop = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _shop = await DemoShopHost.StartAsync(new DemoShopOptions());

    [OneTimeTearDown]
    public async Task CloseAsync() => await _shop.DisposeAsync();

    [Test]
    public async Task The_value_of_the_cart_is_the_total_on_the_page()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.ActAsync("/api/cart/add", ("sku", "LAMP-ARC-01"), ("quantity", "2"));

        await shopper.ActAsync("/api/cart/coupon", ("coupon", "welcome10"));

        (await shopper.PageAsync("/cart")).Should().Contain("id=\"cart-total\">€628.20</dd>");
        ValueOf((await shopper.PushesOfAsync("/cart")).Single()).Should().Be(628.20m);
    }

    [Test]
    public async Task The_value_of_the_delivery_step_is_the_total_with_the_chosen_delivery()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.GoToPaymentAsync(delivery: "standard");

        var reply = await shopper.ActAsync("/api/checkout/delivery", ("delivery", "express"));

        ValueOf(reply["events"]![0]!).Should().Be(712.90m);
        (await shopper.PageAsync("/checkout/payment")).Should().Contain("id=\"total\">€712.90</dd>");
    }

    [Test]
    public async Task A_payment_that_is_cancelled_at_paypal_keeps_the_cart_and_can_be_tried_again()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.GoToPaymentAsync();
        var sent = await shopper.ActAsync("/api/checkout/payment", ("payment", "paypal"));

        var back = await shopper.ActAsync("/api/checkout/cancel");
        await shopper.ActAsync("/api/checkout/payment", ("payment", "paypal"));
        var paid = await shopper.ActAsync("/api/checkout/confirm");

        sent["redirect"]!.GetValue<string>().Should().Be("/checkout/paypal");
        back["redirect"]!.GetValue<string>().Should().Be("/checkout/payment");
        paid["redirect"]!.GetValue<string>().Should().Be("/checkout/thank-you");
        (await shopper.PushesOfAsync("/checkout/thank-you")).Select(push => push["event"]!.GetValue<string>()).Should().Equal("purchase");
    }

    [Test]
    public async Task A_purchase_is_pushed_once_with_what_the_confirmation_shows()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.GoToPaymentAsync();
        await shopper.PayAsync();

        var purchase = (await shopper.PushesOfAsync("/checkout/thank-you")).Single();
        var reloaded = await shopper.PushesOfAsync("/checkout/thank-you");

        var ecommerce = purchase["ecommerce"]!;
        ValueOf(purchase).Should().Be(712.90m);
        ecommerce["tax"]!.GetValue<decimal>().Should().Be(113.82m);
        ecommerce["shipping"]!.GetValue<decimal>().Should().Be(14.90m);
        (await shopper.PageAsync("/checkout/thank-you"))
            .Should()
            .Contain($"id=\"order-number\">{ecommerce["transaction_id"]}<")
            .And.Contain("id=\"total\">€712.90</dd>");
        reloaded.Should().BeEmpty();
    }

    [Test]
    public async Task Two_shoppers_do_not_see_each_other()
    {
        using var one = new ShopClient(_shop);
        using var other = new ShopClient(_shop);

        await one.ActAsync("/api/cart/add", ("sku", "LAMP-ARC-01"));

        (await other.PageAsync("/cart")).Should().Contain("It is empty.");
    }

    [TestCase("en", "/products/lounge-chair", "€1,299.00")]
    [TestCase("de-DE,de;q=0.9", "/products/lounge-chair", "1.299,00\u00a0€")]
    [TestCase("en", "/us/products/lounge-chair", "$1,429.00")]
    [TestCase("en", "/products/lounge-chair?market=us", "$1,429.00")]
    public async Task Prices_follow_language_and_market(string language, string path, string price)
    {
        using var shopper = new ShopClient(_shop, language);

        System.Net.WebUtility.HtmlDecode(await shopper.PageAsync(path)).Should().Contain($"id=\"price\">{price}</p>");
    }

    [Test]
    public async Task A_market_is_kept_for_the_session_and_reported()
    {
        using var shopper = new ShopClient(_shop);
        await shopper.PageAsync("/us/lamps");

        var reply = await shopper.ActAsync("/api/cart/add", ("sku", "CHAIR-LOUNGE-02"));

        reply["events"]![0]!["ecommerce"]!["currency"]!.GetValue<string>().Should().Be("USD");
        ValueOf(reply["events"]![0]!).Should().Be(1429m);
    }

    [Test]
    public async Task A_search_without_a_result_pushes_nothing()
    {
        using var shopper = new ShopClient(_shop);

        (await shopper.PushesOfAsync("/search?q=unicorn")).Should().BeEmpty();
        (await shopper.PushesOfAsync("/search?q=lamp")).Single()["results"]!.GetValue<int>().Should().Be(5);
    }

    [Test]
    public async Task What_was_typed_is_shown_as_text()
    {
        using var shopper = new ShopClient(_shop);

        var page = await shopper.PageAsync("/search?q=%3C%2Fscript%3E%3Cb%3Elamp");

        page.Should().NotContain("</script><b>").And.Contain("&lt;/script&gt;&lt;b&gt;lamp");
    }

    private static decimal ValueOf(JsonNode push) => push["ecommerce"]!["value"]!.GetValue<decimal>();
}
