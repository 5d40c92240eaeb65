using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.DemoShop;

[TestFixture]
[Category("Browser")]
internal sealed class ConsentSpecs : DemoShopFixture
{
    private const string Denied = "analytics:denied.ads:denied";

    [TestCase(null)]
    [TestCase(Denied)]
    public async Task Without_consent_only_ga4_and_plausible_send_and_nothing_is_kept(string? consent)
    {
        await using var shopper = await EnterAsync(Layout.Desktop, "/products/arc-lamp", consent);
        await ClickAsync(shopper, "Add to cart");
        await shopper.UntilPushedAsync(1);

        var harvest = await shopper.LeaveAsync(left => left.Due("ga4", "plausible"));

        harvest.SentNames.Should().BeEquivalentTo(harvest.Due("ga4", "plausible"));
        harvest.Sent.Where(sent => sent.Vendor == "ga4").Should().OnlyContain(sent => sent.Values["gcs"] == "G100");
        (await shopper.Context.CookiesAsync())
            .Select(cookie => cookie.Name)
            .Should()
            .NotContain(name => name.StartsWith("_ga") || name.StartsWith("mp_") || name.StartsWith("_sp_"));
    }

    [TestCase("Accept all", "G111", "13r3r3r3r5l1")]
    [TestCase("Only necessary", "G100", "13q3q3q3q5l1")]
    public async Task The_answer_is_in_every_later_hit(string button, string gcs, string gcd)
    {
        await using var shopper = await EnterAsync(Layout.Phone, "/products/arc-lamp", consent: null);
        await ClickAsync(shopper, button);
        await ClickAsync(shopper, "Add to cart");
        await shopper.UntilPushedAsync(1);

        var harvest = await shopper.LeaveAsync(left => left.Due("ga4"));

        var hit = harvest.Sent.Single(sent => sent.ToString() == "ga4: add_to_cart").Values;
        (hit["gcs"], hit["gcd"]).Should().Be((gcs, gcd));
    }

    [Test]
    public async Task Events_before_the_grant_are_not_replayed_and_those_after_it_are_sent()
    {
        await using var shopper = await EnterAsync(Layout.Desktop, "/products/arc-lamp", consent: null);
        await ClickAsync(shopper, "Add to wishlist");
        await shopper.UntilPushedAsync(1);
        await ClickAsync(shopper, "Accept all");
        await ClickAsync(shopper, "Add to cart");
        await shopper.UntilPushedAsync(2);

        var harvest = await shopper.LeaveAsync(_ => ["mixpanel: Added To Cart", "snowplow: add_to_cart"]);

        harvest.SentNames.Should().NotContain("mixpanel: Added To Wishlist").And.NotContain("snowplow: add_to_wishlist");
    }

    [Test]
    public async Task Analytics_alone_can_be_allowed_and_is_remembered()
    {
        await using var shopper = await EnterAsync(Layout.Desktop, "/", consent: null);
        await ClickAsync(shopper, "Settings");
        await shopper.Page.GetByLabel("Analytics").CheckAsync();
        await ClickAsync(shopper, "Save settings");

        await shopper.Page.GotoAsync("/products/arc-lamp");
        await ClickAsync(shopper, "Add to cart");
        await shopper.UntilPushedAsync(1);

        (await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).IsVisibleAsync()).Should().BeFalse();
        var harvest = await shopper.LeaveAsync(left => left.Due());
        harvest.Sent.Single(sent => sent.ToString() == "ga4: add_to_cart").Values["gcs"].Should().Be("G101");
    }

    [Test]
    public async Task Consent_that_is_taken_back_stops_mixpanel_and_snowplow()
    {
        await using var shopper = await EnterAsync(Layout.Desktop, "/products/arc-lamp");
        await ClickAsync(shopper, "Cookie settings");
        await ClickAsync(shopper, "Only necessary");
        await ClickAsync(shopper, "Add to cart");
        await shopper.UntilPushedAsync(1);

        var harvest = await shopper.LeaveAsync(left => left.Due("ga4", "plausible"));

        harvest.SentNames.Should().NotContain(name => name.StartsWith("mixpanel") || name.StartsWith("snowplow"));
    }

    private static Task ClickAsync(Shopper shopper, string button) =>
        shopper.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
