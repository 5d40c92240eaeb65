using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Vendors;
using NUnit.Framework;
using Cause = MicroConvQA.Cli.Display.Cause;

namespace MicroConvQA.Specs.Judging.Causes;

internal sealed class SuppressionSpecs
{
    private static readonly Destination Plausible = new()
    {
        Name = "plausible",
        Title = "Plausible",
        Vendor = "plausible",
    };
    private static readonly Destination PostHog = new()
    {
        Name = "plausible",
        Title = "PostHog",
        Vendor = "posthog",
    };
    private static readonly Destination Mixpanel = new()
    {
        Name = "plausible",
        Title = "Mixpanel",
        Vendor = "mixpanel",
    };
    private static readonly BotCheck ByPlausible = new(
        TimeSpan.FromSeconds(2),
        [new("https://plausible.io/js/script.js", 1, 4200, "track")]
    );
    private static readonly BotCheck BySomebody = new(TimeSpan.FromSeconds(2), [new("https://shop.example/app.js", 1, 88120, null)]);

    [Test]
    public void A_script_that_asked_and_then_sent_nothing_is_suppressed()
    {
        var verdict = Walk(Plausible).Recorded(recording => recording with { BotChecks = [BySomebody, ByPlausible] }).Judge();

        verdict.Status.Should().Be(VerdictStatus.Broken);
        verdict.Findings.Should().HaveCount(2).And.OnlyContain(finding => finding.Kind == FindingKind.Suppressed);
        var finding = verdict.Findings.First();
        finding
            .Message.Should()
            .Be(
                "Plausible: its script switched itself off because it took the browser for a robot's; nothing that is expected there can be told."
            );
        finding.Expected.Should().Be("2 hits of the journey's at Plausible");
        finding
            .Found.Should()
            .Be(
                "none in the whole walk, though 2 events went elsewhere; its script asked whether a program drives the browser (plausible.io/js/script.js:1:4200 (track)) and was told that one does"
            );
        finding
            .LikelyCause.Should()
            .Be(
                "The walk does not hide that a program drives the browser, and Plausible's script sends nothing then (@plausible-analytics/tracker 0.4.6, plausible.js)."
            );
        finding
            .NextMove.Should()
            .Be(
                "Say \"automation\": { \"desktop-chrome\": \"hidden\" } under 'microconv' in playwright.config.json, so that the page cannot tell, or set 'window.__plausible = true' before Plausible's script, on a test environment only."
            );
        verdict.Expectations[0].Reason.Should().Be($"broken: {finding.Message}");
    }

    [Test]
    public void All_its_expectations_are_one_cause()
    {
        var verdict = Walk(Plausible).Recorded(recording => recording with { BotChecks = [ByPlausible] }).Judge();

        var cause = Cause
            .Of([new MicroConvQA.Cli.Display.JudgedWalk("guest-checkout [desktop-chrome]", verdict, "", IsFlaky: false)])
            .Should()
            .ContainSingle()
            .Subject;

        cause.Places.Should().HaveCount(2);
    }

    [Test]
    public void A_script_that_says_so_itself_needs_no_further_evidence()
    {
        var line = new ConsoleLine(
            TimeSpan.FromSeconds(2),
            "warning",
            "[PostHog.js] Events are being dropped because the user agent looks like a bot (first dropped event: \"$pageview\").",
            null
        );

        var finding = Walk(PostHog).Recorded(recording => recording with { Console = [line] }).Judge().Findings.First();

        finding.Kind.Should().Be(FindingKind.Suppressed);
        finding
            .Found.Should()
            .EndWith(
                "the page's console says so: '[PostHog.js] Events are being dropped because the user agent looks like a bot (first dropped event: \"$pageview\")'"
            );
    }

    [Test]
    public void A_script_that_was_loaded_in_a_browser_of_a_robots_name_is_suppressed()
    {
        var finding = Walk(Mixpanel, "Mozilla/5.0 (X11) [Pinterest/Android]")
            .Recorded(recording => recording with { Scripts = ["https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js"] })
            .Judge()
            .Findings.First();

        finding.Kind.Should().Be(FindingKind.Suppressed);
        finding
            .Found.Should()
            .EndWith("its script cdn.mxpnl.com/libs/mixpanel-2-latest.min.js was loaded, and the browser calls itself 'pinterest'");
        finding
            .LikelyCause.Should()
            .Be("Mixpanel's script sends nothing from browsers that call themselves so (mixpanel-browser 2.83.0, BLOCKED_UA_STRS).");
        finding.NextMove.Should().Be("Walk on a device whose user agent names no robot.");
    }

    [Test]
    public void An_own_vendor_declares_what_its_script_looks_at()
    {
        var declared = Declarations.Read(
            """
            vendor: own
            title: Own Metrics
            hit: {event: query.e}
            bot filter: {source: our wiki, webdriver: true, says: 'own: robot', remedy: set own.tests}
            """
        );

        var finding = Walk(Plausible with { Vendor = "own", Title = "Own Metrics" })
            .Configured(configuration => configuration with { Vendors = [declared] })
            .Recorded(recording => recording with { Console = [new(TimeSpan.Zero, "log", "own: robot, good bye", null)] })
            .Judge()
            .Findings.First();

        (finding.Kind, finding.LikelyCause)
            .Should()
            .Be(
                (
                    FindingKind.Suppressed,
                    "The walk does not hide that a program drives the browser, and Own Metrics's script sends nothing then (our wiki)."
                )
            );
        finding.NextMove.Should().EndWith("so that the page cannot tell, or set own.tests.");
    }

    [Test]
    public void Where_nobody_knows_who_asked_it_is_missing_and_the_possibility_is_named()
    {
        var finding = Walk(Plausible).Recorded(recording => recording with { BotChecks = [BySomebody] }).Judge().Findings.First();

        finding.Kind.Should().Be(FindingKind.Missing);
        finding
            .LikelyCause.Should()
            .Be(
                "Plausible's own script sends nothing where navigator.webdriver is true (@plausible-analytics/tracker 0.4.6, plausible.js), "
                    + "and a script of the page asked for that (shop.example/app.js:1:88120); whether it was Plausible's cannot be told."
            );
        finding
            .NextMove.Should()
            .Be(
                "Walk it once with \"automation\": { \"desktop-chrome\": \"hidden\" } under 'microconv' in playwright.config.json: "
                    + "if it is sent then, that was the reason. Else look at the tag of Plausible."
            );
    }

    [Test]
    public void Where_nobody_asked_it_is_missing_for_another_reason()
    {
        var finding = Walk(Plausible)
            .Recorded(recording => recording with { BotChecks = [], Scripts = ["https://plausible.io/js/script.js"] })
            .Judge()
            .Findings.First();

        finding.Kind.Should().Be(FindingKind.Missing);
        finding.LikelyCause.Should().NotContain("webdriver");
    }

    [Test]
    public void A_vendor_that_sent_anything_at_all_is_not_suppressed() =>
        Walk(Plausible)
            .Fires("pageview", at: Plausible)
            .Recorded(recording => recording with { BotChecks = [ByPlausible] })
            .Judge()
            .Findings.Where(finding => finding.Destination == "plausible")
            .Should()
            .NotContain(finding => finding.Kind == FindingKind.Suppressed);

    [Test]
    public void Where_nothing_was_sent_anywhere_the_page_is_to_blame() =>
        new JudgedWalk()
            .At(Any.Ga4, Plausible)
            .With(Any.Conversion("view_item", "ga4", "plausible"))
            .Step("Look", Any.Expectation("view_item"))
            .Recorded(recording => recording with { BotChecks = [ByPlausible] })
            .Judge()
            .Findings.Should()
            .OnlyContain(finding => finding.Kind == FindingKind.Missing);

    [Test]
    public void A_robots_name_among_the_browsers_brands_is_one_too()
    {
        var finding = Walk(PostHog, "\"HeadlessChrome\";v=\"140\"", "sec-ch-ua")
            .Recorded(recording => recording with { Scripts = ["https://eu-assets.i.posthog.com/static/array.js"] })
            .Judge()
            .Findings.First();

        (finding.Kind, finding.Found.Split("; ")[^1])
            .Should()
            .Be(
                (
                    FindingKind.Suppressed,
                    "its script eu-assets.i.posthog.com/static/array.js was loaded, and the browser calls itself 'headlesschrome'"
                )
            );
    }

    [Test]
    public void What_the_first_request_does_not_say_of_the_browser_the_next_one_says() =>
        Walk(Mixpanel, "Pinterest")
            .Recorded(recording =>
                recording with
                {
                    Scripts = ["https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js"],
                    Requests =
                    [
                        .. recording.Requests.Select(
                            (request, index) => index == 0 ? request with { Headers = new Dictionary<string, string>() } : request
                        ),
                    ],
                }
            )
            .Judge()
            .Findings.Should()
            .OnlyContain(finding => finding.Kind == FindingKind.Suppressed);

    [Test]
    public void A_browser_of_a_robots_name_proves_nothing_where_the_script_was_not_loaded() =>
        Walk(Mixpanel, "Pinterest")
            .Recorded(recording => recording with { Scripts = ["https://shop.example/app.js"] })
            .Judge()
            .Findings.Should()
            .OnlyContain(finding => finding.Kind == FindingKind.Missing);

    [Test]
    public void A_script_that_does_not_go_by_what_it_asked_is_not_suppressed()
    {
        var byMixpanel = new BotCheck(TimeSpan.FromSeconds(2), [new("https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js", 1, 1, null)]);

        var findings = Walk(Mixpanel).Recorded(recording => recording with { BotChecks = [byMixpanel] }).Judge().Findings.ToList();

        findings.Should().OnlyContain(finding => finding.Kind == FindingKind.Missing);
        findings.Should().NotContain(finding => (finding.LikelyCause ?? "").Contains("webdriver"));
    }

    [Test]
    public void A_vendor_that_sent_something_is_not_said_to_have_taken_the_browser_for_a_robots() =>
        Walk(Plausible)
            .Fires("pageview", at: Plausible)
            .Recorded(recording => recording with { BotChecks = [BySomebody] })
            .Judge()
            .Findings.Should()
            .NotContain(finding => (finding.LikelyCause ?? "").Contains("webdriver"));

    [Test]
    public void A_script_that_only_asked_for_its_settings_has_sent_nothing() =>
        Walk(Plausible)
            .Asks("plausible")
            .Recorded(recording => recording with { BotChecks = [ByPlausible] })
            .Judge()
            .Findings.Should()
            .OnlyContain(finding => finding.Kind == FindingKind.Suppressed);

    [Test]
    public void A_vendor_that_sent_what_nobody_could_read_is_not_suppressed() =>
        Walk(Plausible)
            .Garbles(vendor: "plausible")
            .Recorded(recording => recording with { BotChecks = [ByPlausible] })
            .Judge()
            .Findings.Should()
            .NotContain(finding => finding.Kind == FindingKind.Suppressed);

    [Test]
    public void What_is_no_event_does_not_say_that_others_were_heard() =>
        new JudgedWalk()
            .At(Any.Ga4, Plausible)
            .With(Any.Conversion("view_item", "ga4", "plausible"))
            .Step("Look", Any.Expectation("view_item"))
            .Fires("consent", hit: hit => hit with { Role = HitRole.State })
            .Recorded(recording => recording with { BotChecks = [ByPlausible] })
            .Judge()
            .Findings.Should()
            .OnlyContain(finding => finding.Kind == FindingKind.Missing);

    [Test]
    public void Each_vendor_that_switched_itself_off_is_named()
    {
        var posthog = PostHog with { Name = "posthog" };
        var line = new ConsoleLine(
            TimeSpan.FromSeconds(2),
            "warning",
            "[PostHog.js] Events are being dropped because the user agent looks like a bot.\n    at https://shop.example/app.js:1:2",
            null
        );

        var findings = new JudgedWalk()
            .At(Any.Ga4, Plausible, posthog)
            .With(Any.Conversion("view_item", "ga4", "plausible", "posthog"))
            .Step("Look", Any.Expectation("view_item"))
            .Fires("view_item")
            .Recorded(recording => recording with { BotChecks = [ByPlausible], Console = [line] })
            .Judge()
            .Findings.ToList();

        findings.Select(finding => finding.Message.Split(':')[0]).Should().Equal("Plausible", "PostHog");
        findings[1]
            .Found.Should()
            .EndWith("the page's console says so: '[PostHog.js] Events are being dropped because the user agent looks like a bot'");
    }

    [Test]
    public void What_the_script_says_itself_counts_before_what_it_looked_at()
    {
        var line = new ConsoleLine(
            TimeSpan.FromSeconds(2),
            "warning",
            "[PostHog.js] Events are being dropped because the user agent looks like a bot.",
            null
        );
        var check = new BotCheck(TimeSpan.FromSeconds(2), [new("https://eu-assets.i.posthog.com/static/array.js", 1, 1, null)]);

        var finding = Walk(PostHog)
            .Recorded(recording => recording with { Console = [line], BotChecks = [check] })
            .Judge()
            .Findings.First();

        finding.Found.Should().Contain("the page's console says so");
    }

    [Test]
    public void A_line_that_only_quotes_the_script_is_no_evidence()
    {
        var line = new ConsoleLine(
            TimeSpan.FromSeconds(2),
            "log",
            "our log: [PostHog.js] Events are being dropped because the user agent looks like a bot",
            null
        );

        Walk(PostHog)
            .Recorded(recording => recording with { Console = [line] })
            .Judge()
            .Findings.Should()
            .OnlyContain(finding => finding.Kind == FindingKind.Missing);
    }

    [Test]
    public void Where_the_walk_hides_that_it_is_driven_it_is_the_browsers_name()
    {
        var line = new ConsoleLine(
            TimeSpan.FromSeconds(2),
            "warning",
            "[PostHog.js] Events are being dropped because the user agent looks like a bot",
            null
        );

        var finding = Walk(PostHog)
            .Recorded(recording => recording with { Console = [line], RanOn = recording.RanOn with { Automation = "hidden" } })
            .Judge()
            .Findings.First();

        finding
            .LikelyCause.Should()
            .Be("PostHog's script sends nothing from browsers that call themselves so (posthog-js 1.449.2, opt_out_useragent_filter).");
        finding.NextMove.Should().StartWith("Walk on a device whose user agent names no robot, or set 'opt_out_useragent_filter: true'");
    }

    [Test]
    public void What_is_expected_there_is_counted_as_often_as_it_is_expected()
    {
        var finding = new JudgedWalk()
            .At(Any.Ga4, Plausible)
            .With(Any.Conversion("view_item", "ga4", "plausible"), Any.Conversion("add_to_cart", "ga4"))
            .Step("Look", Any.Expectation("view_item") with { Times = CountRule.Exactly(3) }, Any.Expectation("add_to_cart"))
            .Step("Look elsewhere", Any.Expectation("view_item") with { Only = ["ga4"] })
            .Fires("view_item")
            .Fires("view_item")
            .Fires("view_item")
            .Fires("add_to_cart")
            .Fires("view_item", step: 1)
            .Recorded(recording => recording with { BotChecks = [ByPlausible] })
            .Judge()
            .Findings.First();

        finding.Expected.Should().Be("3 hits of the journey's at Plausible");
    }

    private static JudgedWalk Walk(Destination silent, string? userAgent = null, string header = "User-Agent") =>
        new JudgedWalk()
            .At(Any.Ga4, silent)
            .With(Any.Conversion("view_item", "ga4", "plausible"), Any.Conversion("add_to_cart", "ga4", "plausible"))
            .Step("Look", Any.Expectation("view_item"))
            .Step("Put it into the cart", Any.Expectation("add_to_cart") with { Place = Any.Place(line: 30) })
            .Fires("view_item", request: With(header, userAgent))
            .Fires("add_to_cart", step: 1, request: With(header, userAgent));

    private static Func<CapturedRequest, CapturedRequest> With(string header, string? value) =>
        request => value is null ? request : request with { Headers = new Dictionary<string, string> { [header] = value } };
}
