using MicroConvQA.Cli.Display;
using MicroConvQA.Running;

namespace MicroConvQA.Cli.Progress;

/// <summary>A finished walk in words: outcome, title, time, and what was special.</summary>
internal static class WalkWords
{
    // "passed", "failed" and "broken" are of one length; "skipped" is rare.
    private const int StatusWidth = 6;

    public static IReadOnlyList<Span> Of(WalkResult result)
    {
        var status = StatusMarks.WordOf(result.Verdict.Status);

        return
        [
            status with
            {
                Text = status.Text.PadRight(StatusWidth),
            },
            new Span($" {result.Walk.Title}"),
            new Span($" {Durations.Of(result.Recording.Duration)}{Special(result)}", Tone.Quiet),
        ];
    }

    private static string Special(WalkResult result) =>
        result switch
        {
            { IsFlaky: true } => " (flaky: passed when walked once more)",
            { Attempts: > 1, Verdict.Status: Judging.VerdictStatus.Passed } => $" (at attempt {result.Attempts})",
            { Attempts: > 1 } => $" ({result.Attempts} attempts)",
            _ => "",
        };
}
