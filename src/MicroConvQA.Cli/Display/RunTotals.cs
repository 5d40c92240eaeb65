using MicroConvQA.Judging;
using MicroConvQA.Reporting;
using MicroConvQA.Running;
using MicroConvQA.Running.Canaries;

namespace MicroConvQA.Cli.Display;

/// <summary>
/// The last lines of a run: how many walks and expectations had which outcome, what left this machine, and where the reports are.
/// </summary>
internal static class RunTotals
{
    public static IReadOnlyList<Line> Of(RunResult result, IReadOnlyList<WrittenReport> reports) =>
        [
            Counts("walk", [.. result.Walks.Select(walk => walk.Verdict.Status)], $" in {Durations.Of(result.Duration)}"),
            Counts(
                "expectation",
                [
                    .. result.Walks.SelectMany(walk =>
                        walk.Verdict.Expectations.Select(expectation => ReportedStatus.Coloured(walk.Verdict, expectation))
                    ),
                ],
                ""
            ),
            .. Flaky(result),
            Escaped(result.Walks.Sum(walk => walk.Recording.Escaped)),
            .. LeftUnread(result.Walks.Sum(walk => walk.Recording.LeftUnread)),
            .. Interrupted(result),
            .. Canary(result),
            .. result.HarnessFaults.Select(fault => Line.Of(fault, Tone.Bad)),
            .. reports.Select(report => report.ToLine()),
        ];

    private static Line Counts(string what, IReadOnlyList<VerdictStatus> statuses, string end)
    {
        var counts = statuses
            .CountBy(status => status)
            .OrderBy(count => count.Key)
            .Select(count => new Span($"{count.Value} {StatusMarks.WordOf(count.Key).Text}", StatusMarks.Of(count.Key).Tone));

        return new Line([new Span($"{Plural(statuses.Count, what)}: ", Tone.Strong), .. Joined(counts), new Span(end)]);
    }

    private static IEnumerable<Span> Joined(IEnumerable<Span> spans) =>
        spans.SelectMany((span, index) => index == 0 ? [span] : new[] { new Span(", "), span });

    private static IEnumerable<Line> Flaky(RunResult result)
    {
        var flaky = result.Walks.Where(walk => walk.IsFlaky).Select(walk => walk.Walk.Title).ToList();

        return flaky.Count == 0
            ? []
            : [Line.Of($"Flaky, failed and then passed when walked once more: {string.Join(", ", flaky)}.", Tone.Doubtful)];
    }

    private static Line Escaped(int count) =>
        Line.Of($"{Plural(count, "analytics request")} left this machine.", count == 0 ? Tone.Good : Tone.Doubtful);

    private static IEnumerable<Line> LeftUnread(int count) =>
        count == 0
            ? []
            :
            [
                Line.Of(
                    $"{Plural(count, "request")} to nobody known left unread: too long, too slow or a file. What was in them is unknown.",
                    Tone.Doubtful
                ),
            ];

    private static IEnumerable<Line> Interrupted(RunResult result) =>
        result.IsInterrupted
            ?
            [
                Line.Of(
                    $"Interrupted: {result.Walks.Count} of {result.Plan.Walks.Count} walks were done; their results are kept.",
                    Tone.Doubtful
                ),
            ]
            : [];

    /// <summary>One that makes the run void stands among the harness faults.</summary>
    private static IEnumerable<Line> Canary(RunResult result) =>
        result.Canary is { } canary && !result.HarnessFaults.Contains(canary.Said)
            ? [Line.Of(canary.Said, canary.State == CanaryState.Caught ? Tone.Good : Tone.Doubtful)]
            : [];

    private static string Plural(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
