using MicroConvQA.Judging.English;
using MicroConvQA.Matching;
using MicroConvQA.Source;

namespace MicroConvQA.Judging.Findings;

/// <summary>
/// Adds to every finding what all of them have in common: journey and step, what else came from the same destination, and the picture of
/// the step.
/// </summary>
internal sealed class FindingEvidence(CaseFile file)
{
    private const int MostEvents = 6;

    private readonly Lazy<ILookup<(string Destination, int Step), LedgerHit>> hits = new(() =>
        file.Match.Hits.Where(hit => hit.Uncounted == Uncounted.No).ToLookup(hit => (hit.Destination.Name, hit.StepIndex))
    );

    private readonly Lazy<Dictionary<string, int>> counts = new(() =>
        file
            .Match.Hits.Where(hit => hit.Uncounted == Uncounted.No)
            .GroupBy(hit => hit.Destination.Name)
            .ToDictionary(group => group.Key, group => group.Count())
    );

    public ExpectationVerdict Completed(ExpectationVerdict verdict) =>
        verdict.Destinations.All(destination => destination.Findings.Count == 0)
            ? verdict
            : verdict with
            {
                Destinations =
                [
                    .. verdict.Destinations.Select(destination =>
                        destination with
                        {
                            Findings = [.. destination.Findings.Select(Completed)],
                        }
                    ),
                ],
            };

    public Finding Completed(Finding finding) =>
        finding with
        {
            Message = ShownText.Short(finding.Message),
            Expected = ShownText.Short(finding.Expected),
            Found = ShownText.Short(finding.Found),
            Differences = [.. finding.Differences.Select(Shortened)],
            NextMove = ShownText.Short(finding.NextMove),
            Journey = file.Journey.Name,
            Step = finding.StepIndex is { } step and >= 0 && step < file.Journey.Steps.Count ? file.Journey.Steps[step].Title : null,
            SeenBeside =
                finding.Destination is { } destination && finding.StepIndex is { } at
                    ? ShownText.Short(SeenBeside(destination, at, [.. finding.Requests]))
                    : null,
            LikelyCause = finding.LikelyCause is { } cause ? ShownText.Short(cause) : UsualCause(finding.Kind),
            Screenshot = file.Recording.Steps.FirstOrDefault(recorded => recorded.Index == finding.StepIndex)?.Screenshot,
        };

    // A page may name an event as long as it likes, and every report says it several times.
    private static ParameterDifference Shortened(ParameterDifference difference) =>
        difference with
        {
            Expected = ShownText.Short(difference.Expected),
            Found = difference.Found is { } found ? ShownText.Short(found) : null,
        };

    private string SeenBeside(string destination, int step, HashSet<int> requests)
    {
        var others = hits.Value[(destination, step)]
            .Where(hit => !requests.Contains(hit.Request))
            .GroupBy(hit => hit.Attributed.Hit.Event)
            .ToList();
        var all = counts.Value.GetValueOrDefault(destination);
        return (others.Count, all) switch
        {
            (0, 0) => "nothing in the whole walk",
            (0, _) => $"nothing else in this step; {Words.Count(all, "hit")} in the walk",
            _ => Words.List([
                .. others.Take(MostEvents).Select(Named),
                .. others.Count > MostEvents ? [Words.Count(others.Count - MostEvents, "other event")] : Array.Empty<string>(),
            ]),
        };
    }

    /// <summary>What is behind most findings of a kind, where the recording points to nothing in particular.</summary>
    private static string? UsualCause(FindingKind kind) =>
        kind switch
        {
            FindingKind.MissingParameter =>
                "The recording does not show one; mostly the page's code has no value for it at that moment, or the tag does not map it.",
            FindingKind.Unexpected or FindingKind.Forbidden =>
                "The recording does not show who sent it; mostly a trigger is wider than it should be, such as every click or every page.",
            FindingKind.BeforeConsent or FindingKind.AgainstConsent =>
                "The recording does not show who sent it; mostly the tag is loaded without asking for the consent state.",
            FindingKind.Undecodable =>
                "Mostly the vendor's script is newer than our decoder, or something on the way has changed the body.",
            _ => null,
        };

    private static string Named(IGrouping<string, LedgerHit> same) =>
        same.Count() == 1 ? same.Key : $"{same.Key} ({Words.Times(same.Count())})";
}
