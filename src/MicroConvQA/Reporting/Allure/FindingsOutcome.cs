using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Reporting.Allure;

/// <summary>The status and its details that findings give a test.</summary>
internal static class FindingsOutcome
{
    public static AllureStatus StatusOf(IReadOnlyList<Finding> findings) => StatusText.Of(FindingStatus.Worst(findings));

    public static AllureStatusDetails? DetailsOf(IReadOnlyList<Finding> findings, ValueMask mask, bool isFlaky)
    {
        if (findings.Count == 0)
            return isFlaky ? new AllureStatusDetails { Flaky = true } : null;
        // The gravest first, because the report's categories go by the first line.
        var ordered = findings.OrderBy(finding => finding.IsWarning).ToList();
        return new AllureStatusDetails
        {
            Message = mask.Of(string.Join("\n", ordered.Select(FindingText.Summary))),
            Trace = mask.Of(string.Join("\n", ordered.Select(FindingText.Evidence))),
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
