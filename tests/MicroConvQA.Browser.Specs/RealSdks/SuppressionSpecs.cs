using FluentAssertions;
using MicroConvQA.Browser.Specs.Acting;
using MicroConvQA.Browser.Specs.Walking;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.RealSdks;

/// <summary>Real SDKs that send nothing from a browser that a program drives.</summary>
[Category("Browser")]
[Parallelizable(ParallelScope.All)]
internal sealed class SuppressionSpecs
{
    private const string PostHog = """
        <script src="/sdk/posthog-js/dist/array.full.no-external.js"></script>
        <script>
          posthog.init('phc_test', { api_host: location.origin, advanced_disable_flags: true, disable_session_recording: true, capture_pageview: false, request_batching: false });
          const send = name => posthog.capture(name);
        </script>
        """;

    // The shop has a name, because on loopback Plausible's script sends nothing for another reason.
    private const string Plausible = """
        <script type="module">
          import { init, track } from '/sdk/@plausible-analytics/tracker/plausible.js';
          init({ domain: 'shop.example', endpoint: location.origin + '/api/event', autoCapturePageviews: false });
          window.send = name => track(name, {});
        </script>
        """;

    [TestCase("posthog", PostHog, "the page's console says so: '[PostHog.js] Events are being dropped")]
    [TestCase(
        "plausible",
        Plausible,
        "its script asked whether a program drives the browser (shop.example/sdk/@plausible-analytics/tracker/plausible.js:1:"
    )]
    public async Task One_that_switches_itself_off_is_suppressed_and_not_missing(string vendor, string page, string evidence)
    {
        var verdict = await WalkAsync(vendor, page, Automation.Honest);

        verdict.Status.Should().Be(VerdictStatus.Broken);
        var finding = verdict.Findings.Should().ContainSingle().Subject;
        finding.Kind.Should().Be(FindingKind.Suppressed);
        finding.Found.Should().Contain(evidence);
        finding.NextMove.Should().StartWith("Say \"automation\": { \"desktop-chrome\": \"hidden\" } under 'microconv'");
    }

    [TestCase("posthog", PostHog)]
    [TestCase("plausible", Plausible)]
    public async Task By_the_remedy_it_passes(string vendor, string page)
    {
        var verdict = await WalkAsync(vendor, page, Automation.Hidden);

        verdict.Findings.Should().BeEmpty();
        verdict.Status.Should().Be(VerdictStatus.Passed);
    }

    private static async Task<JourneyVerdict> WalkAsync(string vendor, string page, Automation automation)
    {
        await using var shop = await ForeignShop.OpenAsync(SdkVisit.Knowledge);
        shop.ServeFolder("/sdk/", SdkVisit.Modules)
            .Serve(
                "/buy",
                $"{page}<button onclick=\"(window.dataLayer ??= []).push({{ event: 'kosarba' }}); send('kosarba')\">Buy</button>"
            );
        shop.Configuration = shop.Configuration with
        {
            BaseUrl = shop.NamedOrigin,
            Destinations =
            [
                new Destination
                {
                    Name = "acme",
                    Title = "Acme",
                    Vendor = vendor,
                },
            ],
        };
        var journey = Any.Journey(Any.Step("Buy", Any.Expectation("kosarba")) with { Do = [Author.Click("Buy")] }) with { Start = "/buy" };

        var walk = shop.WalkOf(
            journey,
            Any.Device() with
            {
                Automation = automation,
                LaunchArguments = ["--host-resolver-rules=MAP shop.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
            }
        );
        var recording = await shop.WalkAsync(walk);

        return JourneyJudge.Judge(recording, journey, shop.Dictionary, shop.Configuration);
    }
}
