using MicroConvQA.Judging.Findings;
using MicroConvQA.Source;

namespace MicroConvQA.Cli.Display;

/// <summary>One thing that is wrong, wherever it was met: the same finding of several walks, at several destinations.</summary>
/// <param name="Finding">The finding as it was met first; its words stand for all.</param>
/// <param name="Walks">The walks that met it, in the plan's order.</param>
/// <param name="Places">The authors' lines that it was judged by.</param>
/// <param name="Destinations">The titles of all destinations where it was met, the first one's first.</param>
internal sealed record Cause(
    Finding Finding,
    IReadOnlyList<JudgedWalk> Walks,
    IReadOnlyList<SourcePlace> Places,
    IReadOnlyList<string> Destinations
)
{
    /// <summary>The causes behind all findings of the walks, in the order in which they were met.</summary>
    public static IReadOnlyList<Cause> Of(IReadOnlyList<JudgedWalk> walks)
    {
        var met = walks.SelectMany(walk => walk.Verdict.Findings.Select(finding => new Meeting(walk, finding)));

        return
        [
            .. met.GroupBy(meeting => (meeting.Symptom, meeting.Finding.Destination))
                .GroupBy(same => (same.Key.Symptom, WalksOf(same)))
                .Select(everywhere => Merge([.. everywhere.SelectMany(same => same)])),
        ];
    }

    private static Cause Merge(List<Meeting> meetings) =>
        new(
            meetings[0].Finding,
            [.. meetings.Select(meeting => meeting.Walk).Distinct()],
            [.. meetings.Select(meeting => meeting.Finding.Place).Distinct()],
            [.. meetings.Select(TitleOf).OfType<string>().Distinct()]
        );

    private static string? TitleOf(Meeting meeting) =>
        meeting
            .Walk.Verdict.Expectations.SelectMany(expectation => expectation.Destinations)
            .FirstOrDefault(verdict => verdict.Destination == meeting.Finding.Destination)
            ?.Title
        ?? meeting.Finding.Destination;

    /// <summary>Destinations are one cause only where the very same steps of the same walks are concerned.</summary>
    private static string WalksOf(IEnumerable<Meeting> meetings) =>
        string.Join("\n", meetings.Select(meeting => $"{meeting.Walk.Title} {meeting.Finding.StepIndex}").Distinct());

    private sealed record Meeting(JudgedWalk Walk, Finding Finding)
    {
        /// <summary>What makes two findings the same: not the values that were found, which differ from order to order.</summary>
        public string Symptom { get; } =
            string.Join(
                "|",
                [
                    Finding.Kind,
                    Finding.Kind == FindingKind.Suppressed ? Finding.Message : Finding.Conversion ?? Finding.Message,
                    .. Finding.Differences.Where(difference => !difference.Holds).Select(difference => difference.Parameter),
                ]
            );
    }
}
