using MicroConvQA.Judging;
using MicroConvQA.Running;

namespace MicroConvQA.Cli.Display;

/// <summary>A verdict with the words that the console names its walk by.</summary>
/// <param name="Title">The walk's title: <c>guest-checkout [pixel-7, denied]</c>.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Directory">The folder of its recording, as it is shown.</param>
/// <param name="IsFlaky">Whether it passed when it was walked once more.</param>
internal sealed record JudgedWalk(string Title, JourneyVerdict Verdict, string Directory, bool IsFlaky)
{
    /// <param name="result">The walk's result.</param>
    /// <param name="from">The folder that the tool was called in, for paths.</param>
    public static JudgedWalk Of(WalkResult result, string from) =>
        new(result.Walk.Title, result.Verdict, ShownPath.Of(result.Directory, from), result.IsFlaky);

    /// <summary>The title without the journey's name: <c>[pixel-7, denied]</c>, marked where it is flaky.</summary>
    public string Segments => Title[Verdict.Walk.Journey.Length..].TrimStart() + (IsFlaky ? " (flaky)" : "");
}
