using MicroConvQA.Planning;

namespace MicroConvQA.Running.Canaries;

/// <summary>
/// Whether a run has proven itself: what its canary carried, and whether that was found. Its findings are none of the shop's.
/// </summary>
public sealed record CanaryResult
{
    public required CanaryState State { get; init; }

    /// <summary>The whole of it in words, for every report.</summary>
    public required string Said { get; init; }

    /// <summary>Whether the run cannot be trusted: a run that is green must have been proven.</summary>
    internal bool IsVoid(IReadOnlyList<WalkResult> walks) =>
        State is CanaryState.NotCaught or CanaryState.NotJudged || (State == CanaryState.NotSent && CanaryFlight.IsGreen(walks));

    /// <summary>The canary's walk; null = none was sent.</summary>
    public Walk? Walk { get; init; }

    /// <summary>The folder of its recording, absolute; null = none was sent.</summary>
    public string? Directory { get; init; }
}
