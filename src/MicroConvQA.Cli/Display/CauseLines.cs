using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Cli.Display;

/// <summary>Writes one cause: what is wrong, where, what was expected and found, whom it concerns and what to do next.</summary>
internal static class CauseLines
{
    private const int MostPlaces = 5;

    public static IEnumerable<Line> Of(Cause cause, int number)
    {
        var finding = cause.Finding;
        yield return Entry.Head(
            number,
            finding.IsWarning ? new Span("!", Tone.Doubtful) : StatusMarks.Of(FindingStatus.Of(finding)),
            finding.Message
        );
        yield return Entry.Field("where", string.Join(", ", cause.Places.Take(MostPlaces)) + More(cause.Places.Count - MostPlaces));
        yield return Entry.Field("expected", finding.Expected);
        yield return Entry.Field("found", finding.Found);

        foreach (var line in Differences(finding))
            yield return line;
        if (finding.SeenBeside is not null)
            yield return Entry.Field("beside", finding.SeenBeside);
        foreach (var sender in finding.Senders)
            yield return Entry.Field("sender", SenderOf(sender));
        if (cause.Destinations.Count > 1)
            yield return Entry.Field("also at", string.Join(", ", cause.Destinations.Skip(1)));
        foreach (var line in Entry.Walks(cause.Walks))
            yield return line;
        if (finding.LikelyCause is not null)
            yield return Entry.Field("likely", finding.LikelyCause);
        yield return Entry.Field("next", finding.NextMove, Tone.Strong);
    }

    private static string SenderOf(HitSender sender) =>
        $"request {sender.Request}: {sender.Sender}{(sender.Push is null ? "" : $"; push: {sender.Push}")}{(sender.Event is null ? "" : $"; {sender.Event}")}";

    private static IEnumerable<Line> Differences(Finding finding)
    {
        var wrong = finding.Differences.Where(difference => !difference.Holds).ToList();
        var width = wrong.Select(difference => difference.Parameter.Length).DefaultIfEmpty().Max();

        foreach (var difference in wrong)
            yield return Entry.Detail([
                StatusMarks.Of(VerdictStatus.Failed),
                new Span($" {difference.Parameter.PadRight(width)}  must {difference.Expected}, "),
                new Span(difference.Found is null ? "was not sent" : $"was {difference.Found}", Tone.Bad),
            ]);
        if (wrong.Count > 0 && finding.Differences.Count > wrong.Count)
            yield return Entry.Detail([new Span(Holding(finding.Differences.Count - wrong.Count), Tone.Quiet)]);
    }

    private static string Holding(int count) => count == 1 ? "1 other parameter holds" : $"{count} other parameters hold";

    private static string More(int count) => count > 0 ? $" and {count} more" : "";
}
