using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Reporting.Allure;

/// <summary>The status and its details that findings give a test.</summary>
internal static class FindingsOutcome
{
    public static AllureStatus StatusOf(IReadOnlyList<Finding> findings) => StatusText.Of(FindingStatus.Worst(findings));

    /// <param name="findings">What is wrong.</param>
    /// <param name="mask">Hides what nobody may read.</param>
    /// <param name="isFlaky">Whether the walk passed when it was walked once more.</param>
    /// <param name="untold">What could not be told, each with the reason.</param>
    public static AllureStatusDetails? DetailsOf(
        IReadOnlyList<Finding> findings,
        ValueMask mask,
        bool isFlaky,
        IReadOnlyList<string>? untold = null
    )
    {
        var notTold = (untold ?? []).Select(reason => $"{UntoldText.Title}: {reason}").ToList();
        if (findings.Count + notTold.Count == 0)
            return isFlaky ? new AllureStatusDetails { Flaky = true } : null;
        // The gravest first, because the report's categories go by the first line.
        var ordered = findings.OrderBy(finding => finding.IsWarning).ToList();
        return new AllureStatusDetails
        {
            Message = mask.Of(string.Join("\n", ordered.Select(FindingText.Summary).Concat(notTold))),
            Trace = mask.Of(string.Join("\n", ordered.Select(FindingText.Evidence).Concat(notTold))),
            Expected = mask.Of(string.Join("\n", ordered.SelectMany(Expected))),
            Actual = mask.Of(string.Join("\n", ordered.SelectMany(Actual))),
            Flaky = isFlaky,
        };
    }

    private static IEnumerable<string> Expected(Finding finding) =>
        finding.Differences.Count == 0
            ? [finding.Expected]
            : finding.Differences.Select(difference =>
                difference.Holds ? Line(difference) : $"{difference.Parameter} must {difference.Expected}"
            );

    private static IEnumerable<string> Actual(Finding finding) =>
        finding.Differences.Count == 0 ? [finding.Found] : finding.Differences.Select(Line);

    private static string Line(ParameterDifference difference) => $"{difference.Parameter} {FindingText.FoundIn(difference)}";
}
