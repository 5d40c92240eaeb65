using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Judging;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Vendors;
using NUnit.Framework;
using Cause = MicroConvQA.Cli.Display.Cause;

namespace MicroConvQA.Specs.Judging;

public sealed class SuppressionSpecs
{
    private static readonly Destination Plausible = new() { Name = "plausible", Title = "Plausible", Vendor = "plausible" };
    private static readonly Destination PostHog = new() { Name = "plausible", Title = "PostHog", Vendor = "posthog" };
    private static readonly Destination Mixpanel = new() { Name = "plausible", Title = "Mixpanel", Vendor = "mixpanel" };
    private static readonly BotCheck ByPlausible = new(TimeSpan.FromSeconds(2), [new("https://plausible.io/js/script.js", 1, 4200, "track")]);
    private static readonly BotCheck BySomebody = new(TimeSpan.FromSeconds(2), [new("https://shop.example/app.js", 1, 88120, null)]);

    [Test]
    public void A_script_that_asked_and_then_sent_nothing_is_suppressed()
    {
        var verdict = Walk(Plausible).Recorded(recording => recording with { BotChecks = [BySomebody, ByPlausible] }).Judge();

        verdict.Status.Should().Be(VerdictStatus.Broken);
        verdict.Findings.Should().HaveCount(2).And.OnlyContain(finding => finding.Kind == FindingKind.Suppressed);
        var finding = verdict.Findings.First();
        finding.Message.Should().Be("Plausible: its script switched itself off because it took the browser for a robot's; nothing that is expected there can be told.");
        finding.Expected.Should().Be("2 hits of the journey's at Plausible");
        finding.Found.Should().Be("none in the whole walk, though 2 events went elsewhere; its script asked whether a program drives the browser (plausible.io/js/script.js:1:4200 (track)) and was told that one does");
        finding.LikelyCause.Should().Be("The walk does not hide that a program drives the browser, and Plausible's script sends nothing then (@plausible-analytics/tracker 0.4.6, plausible.js).");
        finding.NextMove.Should().Be("Say \"automation\": { \"desktop-chrome\": \"hidden\" } under 'microconv' in playwright.config.json, so that the page cannot tell, or set 'window.__plausible = true' before Plausible's script, on a test environment only.");
        verdict.Expectations[0].Reason.Should().Be($"broken: {finding.Message}");
    }

    [Test]
    public void All_its_expectations_are_one_cause()
    {
        var verdict = Walk(Plausible).Recorded(recording => recording with { BotChecks = [ByPlausible] }).Judge();

        var cause = Cause.Of([new MicroConvQA.Cli.Display.JudgedWalk("guest-checkout [desktop-chrome]", verdict, "", IsFlaky: false)]).Should().ContainSingle().Subject;

        cause.Places.Should().HaveCount(2);
    }

    [Test]
    public void A_script_that_says_so_itself_needs_no_further_evidence()
    {
        var line = new ConsoleLine(TimeSpan.FromSeconds(2), "warning", "[PostHog.js] Events are being dropped because the user agent looks like a bot (first dropped event: \"$pageview\").", null);

        var finding = Walk(PostHog).Recorded(recording => recording with { Console = [line] }).Judge().Findings.First();

        finding.Kind.Should().Be(FindingKind.Suppressed);
        finding.Found.Should().EndWith("the page's console says so: '[PostHog.js] Events are being dropped because the user agent looks like a bot (first dropped event: \"$pageview\")'");
    }

    [Test]
    public void A_script_that_was_loaded_in_a_browser_of_a_robots_name_is_suppressed()
    {
        var finding = Walk(Mixpanel, "Mozilla/5.0 (X11) [Pinterest/Android]")
            .Recorded(recording => recording with { Scripts = ["https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js"] })
            .Judge().Findings.First();

        finding.Kind.Should().Be(FindingKind.Suppressed);
        finding.Found.Should().EndWith("its script cdn.mxpnl.com/libs/mixpanel-2-latest.min.js was loaded, and the browser calls itself 'pinterest'");
        finding.NextMove.Should().Be("Walk on a device whose user agent names no robot.");
    }

    [Test]
    public void An_own_vendor_declares_what_its_script_looks_at()
    {
        var declared = Declarations.Read("""
            vendor: own
            title: Own Metrics
            hit: {event: query.e}
            bot filter: {source: our wiki, webdriver: true, says: 'own: robot', remedy: set own.tests}
            """);

        var finding = Walk(Plausible with { Vendor = "own", Title = "Own Metrics" })
            .Configured(configuration => configuration with { Vendors = [declared] })
            .Recorded(recording => recording with { Console = [new(TimeSpan.Zero, "log", "own: robot, good bye", null)] })
            .Judge().Findings.First();

        (finding.Kind, finding.LikelyCause).Should().Be((FindingKind.Suppressed, "The walk does not hide that a program drives the browser, and Own Metrics's script sends nothing then (our wiki)."));
        finding.NextMove.Should().EndWith("so that the page cannot tell, or set own.tests.");
    }

    [Test]
    public void Where_nobody_knows_who_asked_it_is_missing_and_the_possibility_is_named()
    {
        var finding = Walk(Plausible).Recorded(recording => recording with { BotChecks = [BySomebody] }).Judge().Findings.First();

        finding.Kind.Should().Be(FindingKind.Missing);
        finding.LikelyCause.Should().Be("Plausible's own script sends nothing where navigator.webdriver is true (@plausible-analytics/tracker 0.4.6, plausible.js), "
            + "and a script of the page asked for that (shop.example/app.js:1:88120); whether it was Plausible's cannot be told.");
        finding.NextMove.Should().Be("Walk it once with \"automation\": { \"desktop-chrome\": \"hidden\" } under 'microconv' in playwright.config.json: "
            + "if it is sent then, that was the reason. Else look at the tag of Plausible.");
    }

    [Test]
    public void Where_nobody_asked_it_is_missing_for_another_reason()
    {
        var finding = Walk(Plausible).Recorded(recording => recording with { BotChecks = [], Scripts = ["https://plausible.io/js/script.js"] }).Judge().Findings.First();

        finding.Kind.Should().Be(FindingKind.Missing);
        finding.LikelyCause.Should().NotContain("webdriver");
    }

    [Test]
    public void A_vendor_that_sent_anything_at_all_is_not_suppressed() => Walk(Plausible)
        .Fires("pageview", at: Plausible)
        .Recorded(recording => recording with { BotChecks = [ByPlausible] })
        .Judge().Findings.Where(finding => finding.Destination == "plausible").Should().NotContain(finding => finding.Kind == FindingKind.Suppressed);

    [Test]
    public void Where_nothing_was_sent_anywhere_the_page_is_to_blame() => new JudgedWalk()
        .At(Any.Ga4, Plausible)
        .With(Any.Conversion("view_item", "ga4", "plausible"))
        .Step("Look", Any.Expectation("view_item"))
        .Recorded(recording => recording with { BotChecks = [ByPlausible] })
        .Judge().Findings.Should().OnlyContain(finding => finding.Kind == FindingKind.Missing);

    private static JudgedWalk Walk(Destination silent, string? userAgent = null) => new JudgedWalk()
        .At(Any.Ga4, silent)
        .With(Any.Conversion("view_item", "ga4", "plausible"), Any.Conversion("add_to_cart", "ga4", "plausible"))
        .Step("Look", Any.Expectation("view_item"))
        .Step("Put it into the cart", Any.Expectation("add_to_cart") with { Place = Any.Place(line: 30) })
        .Fires("view_item", request: With(userAgent))
        .Fires("add_to_cart", step: 1, request: With(userAgent));

    private static Func<CapturedRequest, CapturedRequest> With(string? userAgent) =>
        request => userAgent is null ? request : request with { Headers = new Dictionary<string, string> { ["User-Agent"] = userAgent } };
}
