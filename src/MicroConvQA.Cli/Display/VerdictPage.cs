using MicroConvQA.Judging;
using MicroConvQA.Recording;
using MicroConvQA.Reporting;

namespace MicroConvQA.Cli.Display;

/// <summary>The verdict of one recording: each expectation with its outcome, then what is wrong.</summary>
internal static class VerdictPage
{
    public static IReadOnlyList<Line> Of(JourneyRecording recording, JourneyVerdict verdict, string directory)
    {
        var title =
            $"{recording.Walk.Journey} [{string.Join(", ", new[] { recording.Walk.Device, recording.Walk.Consent }.Concat(recording.Walk.Row.Select(value => $"{value.Key}={value.Value}")).Concat(recording.Walk.Variant is { } variant ? [$"variant {variant}"] : Array.Empty<string>()))}]";

        return
        [
            new Line([
                StatusMarks.WordOf(verdict.Status),
                new Span($" {title}", Tone.Strong),
                new Span(
                    $"  recorded {recording.StartedAt:yyyy-MM-dd HH:mm}Z on {recording.RanOn.Engine} {recording.RanOn.Version}".TrimEnd(),
                    Tone.Quiet
                ),
            ]),
            Line.Empty,
            .. verdict.Expectations.SelectMany(expectation =>
                new[] { Expectation(verdict, expectation) }.Concat(Untold(expectation)).Concat(Explained(expectation))
            ),
            Line.Empty,
            .. ConsentText.Of(verdict).SelectMany(Held),
            .. FailureList.Of([new JudgedWalk(title, verdict, directory, IsFlaky: false)]),
        ];
    }

    /// <summary>What looks like a double and is none, so that nobody has to wonder.</summary>
    private static IEnumerable<Line> Explained(ExpectationVerdict expectation) =>
        from destination in expectation.Destinations
        from hit in destination.Explained
        select new Line([new Span($"      {destination.Title}, request {hit.Hit.Request.Number}: {hit.Reason}", Tone.Quiet)], Hanging: 8);

    /// <summary>What the line above does not say yet: of a failed expectation, or at a further destination.</summary>
    private static IEnumerable<Line> Untold(ExpectationVerdict expectation) =>
        from destination in expectation.Destinations
        from reason in destination.Untold
        where expectation.Reason != $"broken: {reason}"
        select new Line([new Span($"      {destination.Title}: {reason}", Tone.Quiet)], Hanging: 8);

    private static IEnumerable<Line> Held((string Consent, IReadOnlyList<string> Destinations) held) =>
        [
            Line.Of($"Held against {held.Consent}"),
            .. held.Destinations.Select(line => new Line([new Span($"  {line}", Tone.Quiet)], Hanging: 4)),
            Line.Empty,
        ];

    private static Line Expectation(JourneyVerdict verdict, ExpectationVerdict expectation) =>
        new(
            [
                new Span("  "),
                StatusMarks.Of(ReportedStatus.Coloured(verdict, expectation)),
                new Span($" {expectation.Expectation.Conversion}"),
                new Span($"  {expectation.StepTitle}{(expectation.Reason is null ? "" : $": {expectation.Reason}")}", Tone.Quiet),
            ],
            Hanging: 6
        );
}
