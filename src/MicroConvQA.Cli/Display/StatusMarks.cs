using MicroConvQA.Judging;

namespace MicroConvQA.Cli.Display;

/// <summary>The one sign, word and tone of each outcome on the console.</summary>
internal static class StatusMarks
{
    public static Span Of(VerdictStatus status) =>
        status switch
        {
            VerdictStatus.Passed => new Span("✓", Tone.Good),
            VerdictStatus.Failed => new Span("✗", Tone.Bad),
            VerdictStatus.Broken => new Span("~", Tone.Doubtful),
            VerdictStatus.Skipped => new Span("–", Tone.Quiet),
            _ => throw new InvalidOperationException($"unknown status {status}"),
        };

    public static Span WordOf(VerdictStatus status) => Of(status) with { Text = status.ToString().ToLowerInvariant() };
}
