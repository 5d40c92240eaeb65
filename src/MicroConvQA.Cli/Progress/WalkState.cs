using MicroConvQA.Judging;
using MicroConvQA.Planning;

namespace MicroConvQA.Cli.Progress;

/// <summary>How far one walk has come.</summary>
internal sealed record WalkState
{
    public required Walk Walk { get; init; }

    /// <summary>Since the start of the run; null = not yet begun.</summary>
    public TimeSpan? StartedAt { get; init; }

    public int Attempt { get; init; } = 1;

    /// <summary>The step under way, from 0; -1 = the opening of the start page.</summary>
    public int StepIndex { get; init; } = -1;

    /// <summary>The step's words; null before the first.</summary>
    public string? Step { get; init; }

    /// <summary>Null while it is not finished.</summary>
    public VerdictStatus? Status { get; init; }

    public bool IsRunning => StartedAt is not null && Status is null;
}
