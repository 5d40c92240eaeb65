using System.Text;
using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Decoding;
using MicroConvQA.Judging;
using MicroConvQA.Mutation;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Mutation;

public sealed class WireFaultSpecs
{
    private static readonly RecordedCase Case = new RecordingJudge((_, _) => RecordedWalk.Configuration).Read(new RecordedWalk().Recording);
    private static readonly ConsentPreset Granted = new() { Name = "granted", Grants = new HashSet<Need> { Need.Analytics, Need.Ads } };
    private static readonly IEnumerable<TestCaseData> Faults = AllFaults().Select(fault => new TestCaseData(fault).SetArgDisplayNames(fault.What));

    [TestCaseSource(nameof(Faults))]
    public void Each_is_found_as_what_it_is(WireFault fault)
    {
        var requests = Case.Recording.Requests.SelectMany(request => request.Transport == Transport.DataLayer ? [request] : fault.On(request)).ToList();

        var verdict = Judged(requests);

        verdict.Status.Should().Be(VerdictStatus.Failed);
        verdict.Findings.Should().Contain(finding => fault.IsFoundBy(finding));
    }

    [Test]
    public void All_that_a_journey_expects_on_the_wire_is_open_to_them() =>
        AllFaults().Select(fault => fault.What).Should().Equal(
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
            "add_to_cart at Plausible has another currency");

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
        var fault = AllFaults().First(fault => fault is { Kind: WireFaultKind.Rename, Conversion: "add_to_cart", Destination: "plausible" });
        var other = Case.Recording.Requests[1];

        fault.On(other).Should().ContainSingle().Which.Should().BeSameAs(other);
    }

    [TestCase(WireFaultKind.Drop, "view_item")]
    [TestCase(WireFaultKind.Double, "view_item, add_to_cart | add_to_cart")]
    public void In_a_batch_only_the_meant_hit_is_touched(WireFaultKind kind, string left)
    {
        var fault = AllFaults().First(fault => fault.Kind == kind && fault is { Conversion: "add_to_cart", Destination: "ga4" });
        var batch = Any.Request(1, 0, TimeSpan.FromSeconds(1)) with
        {
            Url = "https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&_p=1&cid=1.1&cu=EUR",
            Body = Encoding.UTF8.GetBytes("en=view_item&ep.item_id=LAMP-01\r\nen=add_to_cart&epn.value=139.8&pr1=idLAMP-01~pr129.9"),
            BodyState = BodyState.Complete,
        };

        var passed = fault.On(batch).Select(request => string.Join(", ", TrafficDecoder.For(RecordedWalk.Configuration).Decode(request).Hits.Select(hit => hit.Event)));

        string.Join(" | ", passed).Should().Be(left);
    }

    private static IReadOnlyList<WireFault> AllFaults() => WireFault.AllFor(Case.Journey, Granted, Case.Dictionary, Case.Configuration);

    private static WireFault Seeded(int seed) => WireFault.Seeded(seed, Case.Journey, Granted, Case.Dictionary, Case.Configuration)!;

    private static JourneyVerdict Judged(List<CapturedRequest> requests) => JourneyJudge.Judge(
        Case.Recording with { Requests = [.. requests.Select((request, index) => request with { Number = index + 1 })] }, Case.Journey, Case.Dictionary, Case.Configuration);
}
