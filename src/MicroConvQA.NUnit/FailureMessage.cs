using MicroConvQA.Judging.Findings;
using MicroConvQA.Source;

namespace MicroConvQA.NUnit;

/// <summary>A finding as a test's failure message.</summary>
internal static class FailureMessage
{
    public static string Of(Finding finding) => string.Join(Environment.NewLine, Lines(finding).Select(ShownText.Line));

    private static IEnumerable<string> Lines(Finding finding)
    {
        yield return finding.Message;
        yield return $"  judged by: {finding.Place}";
        yield return $"  expected:  {finding.Expected}";
        yield return $"  found:     {finding.Found}";
        foreach (var difference in finding.Differences.Where(difference => !difference.Holds))
        {
            yield return $"  {difference.Parameter} must {difference.Expected}, was {difference.Found ?? "absent"}";
        }

        if (finding.LikelyCause is { } cause)
        {
            yield return $"  likely:    {cause}";
        }

        yield return $"  next:      {finding.NextMove}";
    }
}
