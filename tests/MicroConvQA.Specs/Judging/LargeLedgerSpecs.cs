using FluentAssertions;
using MicroConvQA.Judging.Findings;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

/// <summary>What it costs is measured by the benchmark <c>judging</c>.</summary>
internal sealed class LargeLedgerSpecs
{
    [Test]
    public void A_thousand_expectations_are_judged_against_ten_thousand_hits()
    {
        var verdict = new LargeWalk(price: 29.9).Judge();

        verdict.Expectations.Should().HaveCount(1000);
        verdict.Findings.Should().HaveCount(1000).And.OnlyContain(finding => finding.Kind == FindingKind.Duplicate);
    }

    [Test]
    public void So_are_they_when_every_hit_is_wrong() =>
        new LargeWalk(price: 12).Judge().Findings.Count(finding => finding.Kind == FindingKind.WrongParameter).Should().Be(1000);
}
