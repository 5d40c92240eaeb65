using System.Text;
using FluentAssertions;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Faults;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Again;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Mutation;
using NUnit.Framework;

namespace MicroConvQA.Specs.Faults;

internal sealed class WireFaultSpecs
{
    private static readonly RecordedCase Case = new RecordingJudge((_, _) => RecordedWalk.Configuration).Read(new RecordedWalk().Recording);
    private static readonly ConsentPreset Granted = new()
    {
        Name = "granted",
        Grants = new HashSet<Need> { Need.Analytics, Need.Ads },
    };
    private static readonly IEnumerable<TestCaseData> Faults = AllFaults()
        .Select(fault => new TestCaseData(fault).SetArgDisplayNames(fault.What));

    [TestCaseSource(nameof(Faults))]
    public void Each_is_found_as_what_it_is(WireFault fault)
    {
        var requests = Case
            .Recording.Requests.SelectMany(request => request.Transport == Transport.DataLayer ? [request] : fault.On(request))
            .ToList();

        var verdict = Judged(requests);

        verdict.Status.Should().Be(VerdictStatus.Failed);
        verdict.Findings.Should().Contain(finding => fault.IsFoundBy(finding));
    }

    [Test]
    public void All_that_a_journey_expects_on_the_wire_is_open_to_them() =>
        AllFaults()
            .Select(fault => fault.What)
            .Should()
            .Equal(
                "view_item at Google Analytics 4 is lost",
                "view_item at Google Analytics 4 is sent twice",
                "view_item at Google Analytics 4 is sent under another name",
                "view_item at Google Analytics 4 lacks a parameter",
                "view_item at Plausible is lost",
                "view_item at Plausible is sent twice",
                "view_item at Plausible is sent under another name",
                "view_item at Plausible lacks a parameter",
                "add_to_cart at Google Analytics 4 is lost",
                "add_to_cart at Google Analytics 4 is sent twice",
                "add_to_cart at Google Analytics 4 is sent under another name",
                "add_to_cart at Google Analytics 4 lacks a parameter",
                "add_to_cart at Google Analytics 4 has another amount",
                "add_to_cart at Google Analytics 4 has another currency",
                "add_to_cart at Plausible is lost",
                "add_to_cart at Plausible is sent twice",
                "add_to_cart at Plausible is sent under another name",
                "add_to_cart at Plausible lacks a parameter",
                "add_to_cart at Plausible has another amount",
                "add_to_cart at Plausible has another currency"
            );

    [Test]
    public void A_seed_always_chooses_the_same_fault_and_seeds_differ()
    {
        var chosen = Enumerable.Range(0, 40).Select(seed => Seeded(seed).What).ToList();

        Enumerable.Range(0, 40).Select(seed => Seeded(seed).What).Should().Equal(chosen);
        chosen.Distinct().Should().HaveCountGreaterThan(10);
    }

    [Test]
    public void What_is_not_meant_passes_as_it_is()
    {
        var fault = AllFaults()
            .First(fault => fault is { Kind: WireFaultKind.Rename, Conversion: "add_to_cart", Destination: "plausible" });
        var other = Case.Recording.Requests[1];

        fault.On(other).Should().ContainSingle().Which.Should().BeSameAs(other);
    }

    [Test]
    public void What_another_destination_is_sent_of_it_passes_as_it_is()
    {
        var fault = AllFaults()
            .First(fault => fault is { Kind: WireFaultKind.Rename, Conversion: "add_to_cart", Destination: "plausible" });
        var atGa4 = Case.Recording.Requests.Single(request => request.Url.Contains("en=add_to_cart", StringComparison.Ordinal));

        fault.On(atGa4).Should().ContainSingle().Which.Should().BeSameAs(atGa4);
    }

    [Test]
    public void Each_of_several_hits_in_a_batch_is_sent_twice()
    {
        var fault = AllFaults().First(fault => fault is { Kind: WireFaultKind.Double, Conversion: "add_to_cart", Destination: "ga4" });

        Events(fault.On(Batch("en=add_to_cart&epn.value=1", "en=add_to_cart&epn.value=2")))
            .Should()
            .Be("add_to_cart, add_to_cart | add_to_cart | add_to_cart");
    }

    [Test]
    public void What_is_sent_twice_has_another_event_id()
    {
        var meta = new Destination
        {
            Name = "meta",
            Title = "Meta Pixel",
            Vendor = "meta",
            Account = "111",
        };
        var request = Any.Request() with
        {
            Method = "GET",
            Url = "https://www.facebook.com/tr/?id=111&ev=AddToCart&eid=e-1",
            Body = [],
            BodyState = BodyState.None,
        };
        var fault = FaultsOf(
                Any.Expectation(),
                Any.Conversion("add_to_cart", "meta") with
                {
                    At = new Dictionary<string, DestinationEvent> { ["meta"] = new() { Event = "AddToCart" } },
                },
                meta
            )
            .Single(fault => fault.Kind == WireFaultKind.Double);

        var ids = fault.On(request).SelectMany(sent => TrafficDecoder.For([meta]).Decode(sent).Hits).Select(hit => hit.EventId).ToList();

        ids.Should().HaveCount(2).And.OnlyHaveUniqueItems().And.StartWith("e-1");
    }

    [Test]
    public void Which_parameter_is_lacking_is_the_seeds_choice_and_always_a_required_one()
    {
        var conversion = Any.Conversion() with
        {
            Parameters = [Any.Parameter("a"), Any.Parameter("b"), Any.Parameter("c", required: false)],
        };
        var request = Any.Request() with
        {
            Url = "https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&en=add_to_cart&ep.a=1&ep.b=2&ep.c=3",
            Body = [],
            BodyState = BodyState.None,
        };

        var lacking = Enumerable
            .Range(0, 40)
            .Select(seed =>
                WireFault.Seeded(seed, JourneyOf(Any.Expectation()), Granted, Any.Dictionary(conversion), Any.Configuration(Any.Ga4))!
            )
            .Where(fault => fault.Kind == WireFaultKind.DropParameter)
            .Select(fault =>
                string.Concat("abc".Where(name => !fault.On(request).Single().Url.Contains($"ep.{name}=", StringComparison.Ordinal)))
            );

        lacking.Distinct().Should().BeEquivalentTo("a", "b");
    }

    [Test]
    public void Where_nothing_is_expected_on_the_wire_no_seed_finds_one()
    {
        var atDataLayer = Any.Conversion("add_to_cart", "data layer");

        WireFault
            .Seeded(1, JourneyOf(Any.Expectation()), Granted, Any.Dictionary(atDataLayer), Any.Configuration(Any.DataLayer))
            .Should()
            .BeNull();
    }

    [Test]
    public void What_may_be_absent_is_not_lost_and_what_may_come_often_is_not_doubled()
    {
        FaultsOf(Any.Expectation() with { Times = new CountRule(0, 1) }).Should().BeEmpty();
        FaultsOf(Any.Expectation() with { Times = new CountRule(1, null) })
            .Select(fault => fault.Kind)
            .Should()
            .Equal(WireFaultKind.Drop, WireFaultKind.Rename);
    }

    [Test]
    public void What_counts_once_a_page_is_doubled_only_where_the_journey_says_how_often()
    {
        var once = Any.Conversion() with { Counting = CountingRule.Page };

        FaultsOf(Any.Expectation(), once).Should().NotContain(fault => fault.Kind == WireFaultKind.Double);
        FaultsOf(Any.Expectation() with { IsCountedByRule = false }, once).Should().Contain(fault => fault.Kind == WireFaultKind.Double);
    }

    [Test]
    public void What_is_expected_twice_is_open_to_each_fault_once() =>
        WireFault
            .AllFor(JourneyOf(Any.Expectation(), Any.Expectation()), Granted, Any.Dictionary(), Any.Configuration(Any.Ga4))
            .Select(fault => fault.Kind)
            .Should()
            .Equal(WireFaultKind.Drop, WireFaultKind.Double, WireFaultKind.Rename);

    [Test]
    public void Only_destinations_that_consent_and_the_journey_allow_are_open_to_them()
    {
        var conversion = Any.Conversion("add_to_cart", "ga4", "mixpanel");
        Destination[] both = [Any.Ga4, Any.Mixpanel];

        FaultsOf(Any.Expectation(), conversion, both).Select(fault => fault.Destination).Distinct().Should().Equal("ga4", "mixpanel");
        FaultsOf(Any.Expectation() with { Only = ["mixpanel"] }, conversion, both)
            .Select(fault => fault.Destination)
            .Distinct()
            .Should()
            .Equal("mixpanel");
        WireFault
            .AllFor(JourneyOf(Any.Expectation()), Any.Denied, Any.Dictionary(conversion), Any.Configuration(both))
            .Select(fault => fault.Destination)
            .Distinct()
            .Should()
            .Equal("ga4");
    }

    [Test]
    public void A_destination_lacks_nothing_that_it_is_not_sent()
    {
        var conversion = Any.Conversion() with
        {
            Parameters = [Any.Parameter("price", ParameterType.Money)],
            At = new Dictionary<string, DestinationEvent>
            {
                ["ga4"] = new()
                {
                    Event = "add_to_cart",
                    NotSent = new HashSet<string> { "price" },
                },
            },
        };

        FaultsOf(Any.Expectation(), conversion)
            .Select(fault => fault.Kind)
            .Should()
            .Equal(WireFaultKind.Drop, WireFaultKind.Double, WireFaultKind.Rename);
    }

    [Test]
    public void A_finding_of_something_else_is_not_of_it()
    {
        var fault = AllFaults().First(fault => fault is { Kind: WireFaultKind.Drop, Conversion: "add_to_cart", Destination: "ga4" });
        var finding = new Finding
        {
            Kind = FindingKind.Missing,
            Conversion = "add_to_cart",
            Destination = "ga4",
            Message = "",
            Place = Any.Place(),
            Expected = "",
            Found = "",
            NextMove = "",
        };

        fault.IsFoundBy(finding).Should().BeTrue();
        new[]
        {
            finding with
            {
                Conversion = "view_item",
            },
            finding with
            {
                Destination = "plausible",
            },
            finding with
            {
                Kind = FindingKind.Duplicate,
            },
        }
            .Should()
            .NotContain(other => fault.IsFoundBy(other));
    }

    [Test]
    public void What_a_vendor_sends_beside_an_event_is_not_touched()
    {
        var conversion = Any.Conversion("$identify", "posthog");
        var posthog = new Destination
        {
            Name = "posthog",
            Title = "PostHog",
            Vendor = "posthog",
        };
        var request = Any.Request() with
        {
            Url = "https://eu.i.posthog.com/e/",
            Body = Encoding.UTF8.GetBytes("""{"event":"$identify","properties":{"token":"phc_x","distinct_id":"1"},"api_key":"phc_x"}"""),
        };
        TrafficDecoder.For([posthog]).Decode(request).Hits.Should().ContainSingle().Which.Role.Should().Be(HitRole.State);

        FaultsOf(Any.Expectation("$identify"), conversion, posthog)[0].On(request).Should().Equal(request);
    }

    [TestCase(WireFaultKind.Drop, "view_item")]
    [TestCase(WireFaultKind.Double, "view_item, add_to_cart | add_to_cart")]
    public void In_a_batch_only_the_meant_hit_is_touched(WireFaultKind kind, string left)
    {
        var fault = AllFaults().First(fault => fault.Kind == kind && fault is { Conversion: "add_to_cart", Destination: "ga4" });

        Events(fault.On(Batch("en=view_item&ep.item_id=LAMP-01", "en=add_to_cart&epn.value=139.8&pr1=idLAMP-01~pr129.9")))
            .Should()
            .Be(left);
    }

    private static CapturedRequest Batch(params string[] lines) =>
        Any.Request(1, 0, TimeSpan.FromSeconds(1)) with
        {
            Url = "https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&_p=1&cid=1.1&cu=EUR",
            Body = Encoding.UTF8.GetBytes(string.Join("\r\n", lines)),
            BodyState = BodyState.Complete,
        };

    private static string Events(IEnumerable<CapturedRequest> requests) =>
        string.Join(
            " | ",
            requests.Select(request =>
                string.Join(", ", TrafficDecoder.For(RecordedWalk.Configuration).Decode(request).Hits.Select(hit => hit.Event))
            )
        );

    private static Journey JourneyOf(params Expectation[] expectations) => Any.Journey(Any.Step("Put it into the cart", expectations));

    private static IReadOnlyList<WireFault> FaultsOf(Expectation expectation, Conversion? conversion = null, params Destination[] at) =>
        WireFault.AllFor(JourneyOf(expectation), Granted, Any.Dictionary(conversion ?? Any.Conversion()), Any.Configuration(at));

    private static IReadOnlyList<WireFault> AllFaults() => WireFault.AllFor(Case.Journey, Granted, Case.Dictionary, Case.Configuration);

    private static WireFault Seeded(int seed) => WireFault.Seeded(seed, Case.Journey, Granted, Case.Dictionary, Case.Configuration)!;

    private static JourneyVerdict Judged(List<CapturedRequest> requests) =>
        JourneyJudge.Judge(
            Case.Recording with
            {
                Requests = [.. requests.Select((request, index) => request with { Number = index + 1 })],
            },
            Case.Journey,
            Case.Dictionary,
            Case.Configuration
        );
}
