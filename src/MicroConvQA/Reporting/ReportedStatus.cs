using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Running;

namespace MicroConvQA.Reporting;

/// <summary>
/// How reports count parts of a walk: one breakage is one broken part, and all that it kept from being judged is skipped.
/// </summary>
internal static class ReportedStatus
{
    public const string NothingElseNotReached = "Not reached: nothing fired that should not have, but the walk broke before its end.";

    public static VerdictStatus Of(WalkResult walk, ExpectationVerdict verdict) =>
        verdict.Status == VerdictStatus.Broken && walk.Verdict.Breakage is { } breakage && verdict.StepIndex > breakage.StepIndex
            ? VerdictStatus.Skipped
            : verdict.Status;

    /// <summary>What came after a breakage was never watched, so that silence there says nothing.</summary>
    public static VerdictStatus OfStrayFindings(WalkResult walk) =>
        (FindingStatus.Worst(walk.Verdict.StrayFindings), walk.Verdict.Breakage) switch
        {
            (VerdictStatus.Passed, not null) => VerdictStatus.Skipped,
            var (status, _) => status,
        };
}
