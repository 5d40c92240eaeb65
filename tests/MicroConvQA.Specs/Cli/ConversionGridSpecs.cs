using FluentAssertions;
using MicroConvQA.Cli.Display;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using NUnit.Framework;

namespace MicroConvQA.Specs.Cli;

internal sealed class ConversionGridSpecs
{
    [Test]
    public void Conversions_stand_by_stage_with_the_worst_of_each_device() =>
        Approved.Matches(Written.Text(ConversionGrid.Of(Sample.Night, width: null)), "Night");

    [Test]
    public void Devices_that_do_not_fit_the_terminal_go_into_a_further_block() =>
        Approved.Matches(Written.Text(ConversionGrid.Of(Sample.Night, width: 60)), "Narrow");

    [Test]
    public void A_stray_finding_counts_for_its_conversion()
    {
        var walk = Sample.Walk("a", "pixel-7", [Sample.Met("purchase", VerdictStatus.Passed)]);
        var again = Sample.NoCurrency("ga4") with { Kind = FindingKind.Unexpected };

        var table = ConversionGrid.Of(Sample.Run([walk with { Verdict = walk.Verdict with { StrayFindings = [again] } }]), width: null);

        table.Should().ContainSingle(line => line.Text.StartsWith("  Purchase", StringComparison.Ordinal)).Which.Text.Should().EndWith("✗");
    }

    [Test]
    public void A_run_that_judged_nothing_says_so() =>
        Written.Text(ConversionGrid.Of(Sample.Run([]), width: null)).Should().Be("No micro-conversion was judged.\n");
}
