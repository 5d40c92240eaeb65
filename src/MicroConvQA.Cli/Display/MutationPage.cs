using System.Globalization;
using MicroConvQA.Mutation;

namespace MicroConvQA.Cli.Display;

/// <summary>
/// What became of the mutants: a line a conversion, then each fault that survived once, with the line that would find it.
/// </summary>
internal static class MutationPage
{
    private const string Gap = "  ";

    /// <param name="report">The fates.</param>
    /// <param name="passedOver">How many walks on further devices were left out.</param>
    /// <param name="took">How long it took.</param>
    public static IReadOnlyList<Line> Of(MutationReport report, int passedOver, TimeSpan took) =>
        [.. Table(report.Conversions), Line.Empty, .. Survivors(report), .. Excluded(report), .. Total(report, passedOver, took)];

    private static IEnumerable<Line> Table(IReadOnlyList<MutationScore> scores)
    {
        var width = scores.Select(score => score.Conversion.Length).DefaultIfEmpty(0).Max();
        yield return Line.Of($"{"Conversion".PadRight(width)}{Gap}mutants{Gap}killed{Gap}survived{Gap}equivalent{Gap} score", Tone.Strong);
        foreach (var score in scores)
            yield return Line.Of(
                new Span(
                    $"{score.Conversion.PadRight(width)}{Gap}{score.Mutants, 7}{Gap}{score.Killed, 6}{Gap}{score.Survived, 8}{Gap}{score.Equivalent, 10}{Gap}"
                ),
                new Span($"{Percent(score.Percent), 6}", score.Survived == 0 ? Tone.Good : Tone.Bad)
            );
    }

    private static IEnumerable<Line> Survivors(MutationReport report)
    {
        var survivors = report
            .Mutants.Where(mutant => mutant.Fate == MutantFate.Survived)
            .GroupBy(mutant => (mutant.Operator, mutant.Conversion, mutant.Parameter, mutant.Remedy))
            .ToList();
        if (survivors.Count == 0)
            yield break;
        yield return Line.Of("Faults that nobody would notice:", Tone.Strong);
        foreach (var (same, number) in survivors.Select((same, number) => (same, number + 1)))
        {
            var first = same.First();
            var where = first.Destination is null
                ? "at every destination"
                : $"at {string.Join(", ", same.Select(mutant => mutant.Destination).Distinct())}";
            var more = same.Count() == 1 ? "" : $" ({same.Count()} mutants)";
            yield return new Line(
                [
                    new Span($"{number}. ", Tone.Quiet),
                    new Span($"{first.Operator}: ", Tone.Bad),
                    new Span($"{first.Conversion} {where}, step '{first.Step}': {first.What}{more}"),
                ],
                Hanging: 3
            );
            if (first.Remedy is { } remedy)
            {
                yield return new Line(
                    [new Span("   "), new Span($"{remedy.Place}: ", Tone.Strong), new Span($"{remedy.What}:")],
                    Hanging: 3
                );
                yield return new Line([new Span($"     {remedy.Line}", Tone.Good)], Hanging: 5);
            }
        }
        yield return Line.Empty;
    }

    private static IEnumerable<Line> Excluded(MutationReport report)
    {
        foreach (var rule in report.Mutants.Where(mutant => mutant.Rule is not null).GroupBy(mutant => mutant.Rule!))
            yield return Line.Of(
                $"{rule.Count()} equivalent by the rule '{rule.Key}': {EquivalenceRule.All.Single(known => known.Name == rule.Key).Reason}",
                Tone.Quiet
            );
        if (report.NotMade.Count > 0)
            yield return Line.Of(
                $"{report.NotMade.Count} {(report.NotMade.Count == 1 ? "fault" : "faults")} could not be put into a request without changing something else: {string.Join("; ", report.NotMade.Distinct().Take(3))}{(report.NotMade.Distinct().Count() > 3 ? " …" : "")}",
                Tone.Quiet
            );
    }

    private static IEnumerable<Line> Total(MutationReport report, int passedOver, TimeSpan took)
    {
        var seconds = string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s");
        yield return Line.Of(
            new Span(
                $"{Number(report.Mutants.Count)} mutants of {Number(report.Walks.Count)} {(report.Walks.Count == 1 ? "walk" : "walks")} judged in {seconds}: {Number(report.Count(MutantFate.Killed))} killed, {Number(report.Count(MutantFate.Survived))} survived, {Number(report.Count(MutantFate.Equivalent))} equivalent. Score "
            ),
            new Span(Percent(report.Score), report.Count(MutantFate.Survived) == 0 ? Tone.Good : Tone.Bad)
        );
        if (passedOver > 0)
            yield return Line.Of(
                $"{passedOver} {(passedOver == 1 ? "walk" : "walks")} of the same journeys on other devices left out, because the checklist is the same there; --all-devices takes them too.",
                Tone.Quiet
            );
    }

    /// <summary>Cut and not rounded: 100 % means that nothing survived.</summary>
    private static string Percent(double score) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(score * 10) / 10:0.#} %");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
