using System.Globalization;
using System.Text.RegularExpressions;

namespace MicroConvQA.Source;

/// <summary>Durations as authors write them: <c>300ms</c>, <c>5s</c>, <c>1m30s</c>, <c>2h</c>, <c>90d</c>.</summary>
internal static partial class DurationText
{
    private const double LongestInDays = 3650;

    /// <summary>The durations' form as a regular expression, for JSON Schemas.</summary>
    public const string Pattern = @"^(?=\d)(\d+(\.\d+)?d)?(\d+(\.\d+)?h)?(\d+(\.\d+)?m(?!s))?(\d+(\.\d+)?s)?(\d+(\.\d+)?ms)?$";

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length > 40 || !Whole().IsMatch(text))
            return false;
        var milliseconds = Parts().Matches(text).Sum(part => Number(part) * MillisecondsOf(part.Groups["unit"].Value));
        if (milliseconds > TimeSpan.FromDays(LongestInDays).TotalMilliseconds)
            return false;
        duration = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    private static double Number(Match part) => double.Parse(part.Groups["number"].Value, CultureInfo.InvariantCulture);

    private static double MillisecondsOf(string unit) =>
        unit switch
        {
            "ms" => 1,
            "s" => 1_000,
            "m" => 60_000,
            "h" => 3_600_000,
            "d" => 86_400_000,
            _ => throw new InvalidOperationException($"unknown unit of time '{unit}'"),
        };

    [GeneratedRegex(Pattern, RegexOptions.ECMAScript)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<number>[0-9]+(\.[0-9]+)?)(?<unit>ms|s|m|h|d)")]
    private static partial Regex Parts();
}
