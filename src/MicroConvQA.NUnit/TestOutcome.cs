using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Reporting;
using MicroConvQA.Running;

namespace MicroConvQA.NUnit;

/// <summary>What a test says of its part of a walk: the same as every other report.</summary>
/// <param name="Status">Skipped is ignored; broken is an error of the walk and no failure of the shop.</param>
/// <param name="Reason">Why it is skipped or broken; null = the findings say it.</param>
/// <param name="Findings">What is wrong, and warnings.</param>
internal sealed record TestOutcome(VerdictStatus Status, string? Reason, IReadOnlyList<Finding> Findings)
{
    public static TestOutcome Of(WalkResult walk, ExpectationVerdict verdict)
    {
        var status = ReportedStatus.Of(walk, verdict);
        // One breakage is one test that fails: 'walked'.
        var shown = status == VerdictStatus.Broken && walk.Verdict.Breakage is not null ? VerdictStatus.Skipped : status;
        return new TestOutcome(shown, verdict.Reason, [.. verdict.Findings, .. ReportedStatus.StraysOf(walk.Verdict, verdict)]);
    }

    public static TestOutcome OfNothingElse(WalkResult walk)
    {
        var status = ReportedStatus.OfStrayFindings(walk);
        var reason = status == VerdictStatus.Skipped ? ReportedStatus.NothingElseNotReached : null;
        return new TestOutcome(status, reason, walk.Verdict.StrayFindings);
    }
}
