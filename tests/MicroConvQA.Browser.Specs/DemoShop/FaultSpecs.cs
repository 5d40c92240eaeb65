using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>The faults that scripts commit; those of the server are specified without a browser.</summary>
[TestFixture]
[Category("Browser")]
internal sealed class FaultSpecs : DemoShopFixture
{
    [Test]
    public async Task Double_add_to_cart_reaches_ga4_twice_and_the_others_once()
    {
        await using var shopper = await EnterAsync(Layout.Desktop, "/products/arc-lamp?fault=double-add-to-cart");
        await ClickAsync(shopper, "Add to cart");
        await shopper.UntilPushedAsync(1);

        var harvest = await shopper.LeaveAsync(left => left.Due().Append("ga4: add_to_cart"));

        harvest.SentNames.Should().BeEquivalentTo(harvest.Due().Append("ga4: add_to_cart"));
    }

    [Test]
    public async Task Two_containers_send_variant_select_twice_to_ga4_and_nothing_else()
    {
        await using var shopper = await EnterAsync(Layout.Desktop, "/products/arc-lamp?fault=two-containers");
        await shopper.Page.GetByLabel("Brass", new() { Exact = true }).CheckAsync();
        await shopper.UntilPushedAsync(1);

        var harvest = await shopper.LeaveAsync(left => left.Due().Append("ga4: variant_select"));

        harvest.SentNames.Should().BeEquivalentTo(harvest.Due().Append("ga4: variant_select"));
    }

    [Test]
    public async Task A_late_view_item_comes_after_thirteen_seconds()
    {
        await using var shopper = await EnterAsync(Layout.Desktop, "/products/arc-lamp?fault=late-view-item");

        await shopper.Page.Clock.FastForwardAsync(12_900);
        var before = await shopper.PushedNamesAsync();
        await shopper.Page.Clock.FastForwardAsync(100);

        before.Should().BeEmpty();
        (await shopper.PushedNamesAsync()).Should().Equal("view_item");
    }

    [Test]
    public async Task A_late_newsletter_signup_comes_eight_seconds_after_the_answer()
    {
        await using var shopper = await EnterAsync(Layout.Desktop, "/newsletter?fault=late-newsletter-signup");
        await shopper.Page.GetByLabel("E-mail", new() { Exact = true }).FillAsync("jane@example.com");
        await ClickAsync(shopper, "Subscribe to newsletter");
        await shopper.Page.GetByText("The first letter is on its way.").WaitForAsync();

        await shopper.Page.Clock.FastForwardAsync(7_900);
        var before = await shopper.PushedNamesAsync();
        await shopper.Page.Clock.FastForwardAsync(100);

        before.Should().BeEmpty();
        (await shopper.PushedNamesAsync()).Should().Equal("newsletter_signup");
    }

    [TestCase(null)]
    [TestCase("analytics:denied.ads:denied")]
    public async Task Mixpanel_sends_before_consent(string? consent)
    {
        await using var shopper = await EnterAsync(Layout.Desktop, "/products/arc-lamp?fault=before-consent", consent);
        await ClickAsync(shopper, "Add to cart");
        await shopper.UntilPushedAsync(1);

        var harvest = await shopper.LeaveAsync(_ => ["mixpanel: $mp_web_page_view", "mixpanel: Added To Cart"]);

        harvest.SentNames.Should().Contain("mixpanel: $mp_web_page_view").And.NotContain(name => name.StartsWith("snowplow"));
    }

    [Test]
    public async Task Where_consent_was_given_before_the_same_fault_changes_nothing()
    {
        await using var shopper = await EnterAsync(Layout.Desktop, "/products/arc-lamp?fault=before-consent");
        await ClickAsync(shopper, "Add to cart");
        await shopper.UntilPushedAsync(1);

        var harvest = await shopper.LeaveAsync(left => left.Due());

        harvest.SentNames.Should().BeEquivalentTo(harvest.Due());
    }

    [Test]
    public async Task A_reload_of_results_and_of_the_confirmation_pushes_nothing_without_faults()
    {
        await using var shopper = await EnterAsync(Layout.Desktop, "/checkout/payment", given: Gestures.DeliveryKnownAsync);
        await ClickAsync(shopper, "Pay now");
        await shopper.UntilPushedAsync(2);
        await shopper.Page.ReloadAsync();
        await shopper.Page.GotoAsync("/search?q=lamp");
        await shopper.Page.ReloadAsync();

        (await shopper.PushedNamesAsync()).Should().Equal("add_payment_info", "purchase", "search");
    }

    private static Task ClickAsync(Shopper shopper, string button) =>
        shopper.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
