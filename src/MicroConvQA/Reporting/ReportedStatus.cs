using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Running;

namespace MicroConvQA.Reporting;

/// <summary>
/// How reports count parts of a walk: one breakage is one broken part, and all that it kept from being judged is skipped. A finding of a
/// conversion colours that conversion wherever it is shown, also where no expectation was about it: a purchase that is sent again on a
/// reload is no green purchase.
/// </summary>
internal static class ReportedStatus
{
    public const string NothingElseNotReached = "Not reached: nothing fired that should not have, but the walk broke before its end.";

    /// <summary>Of one expectation, with what a report says of it beside the judge's own verdict.</summary>
    public static VerdictStatus Of(WalkResult walk, ExpectationVerdict verdict)
    {
        var own =
            verdict.Status == VerdictStatus.Broken && walk.Verdict.Breakage is { } breakage && verdict.StepIndex > breakage.StepIndex
                ? VerdictStatus.Skipped
                : verdict.Status;
        return Worse(own, StraysOf(walk.Verdict, verdict));
    }

    /// <summary>The judge's status of an expectation, coloured by the findings of its conversion.</summary>
    public static VerdictStatus Coloured(JourneyVerdict walk, ExpectationVerdict verdict) => Worse(verdict.Status, StraysOf(walk, verdict));

    /// <summary>What came after a breakage was never watched, so that silence there says nothing.</summary>
    public static VerdictStatus OfStrayFindings(WalkResult walk) =>
        (FindingStatus.Worst(walk.Verdict.StrayFindings), walk.Verdict.Breakage) switch
        {
            (VerdictStatus.Passed, not null) => VerdictStatus.Skipped,
            var (status, _) => status,
        };

    /// <summary>The findings of no expectation that colour this one: those of its conversion, each at the nearest step.</summary>
    public static IReadOnlyList<Finding> StraysOf(JourneyVerdict walk, ExpectationVerdict verdict) =>
        [.. Colouring(walk).Where(finding => ReferenceEquals(HomeOf(walk, finding), verdict))];

    /// <summary>The findings of conversions that the walk expects nowhere, by conversion: they need a place of their own.</summary>
    public static IEnumerable<IGrouping<string, Finding>> Unexpected(JourneyVerdict walk) =>
        Colouring(walk).Where(finding => HomeOf(walk, finding) is null).GroupBy(finding => finding.Conversion!);

    private static VerdictStatus Worse(VerdictStatus own, IReadOnlyList<Finding> strays) =>
        strays.Count == 0 ? own : (VerdictStatus)Math.Max((int)own, (int)FindingStatus.Worst(strays));

    private static IEnumerable<Finding> Colouring(JourneyVerdict walk) =>
        walk.StrayFindings.Where(finding => finding.Conversion is not null && !finding.IsWarning);

    private static ExpectationVerdict? HomeOf(JourneyVerdict walk, Finding finding)
    {
        var same = walk.Expectations.Where(verdict => verdict.Expectation.Conversion == finding.Conversion).ToList();
        var step = finding.StepIndex ?? int.MaxValue;
        return same.FindLast(verdict => verdict.StepIndex <= step) ?? same.FirstOrDefault();
    }
}
