using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Running.Canaries;

namespace MicroConvQA.Running;

/// <summary>All walks of a run that came to an end.</summary>
public sealed record RunResult
{
    public required RunPlan Plan { get; init; }

    /// <summary>In the order of the plan.</summary>
    public required IReadOnlyList<WalkResult> Walks { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Whether it was stopped before all walks were done.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>Harness faults, one sentence each, a canary that was not caught among them; any makes the run void.</summary>
    public IReadOnlyList<string> HarnessFaults { get; init; } = [];

    /// <summary>Whether the run has proven itself; null = no canary was asked for, or the run was interrupted before it.</summary>
    public CanaryResult? Canary { get; init; }

    public ExitCode ExitCode =>
        this switch
        {
            { IsInterrupted: true } => ExitCode.Interrupted,
            { HarnessFaults.Count: > 0 } => ExitCode.HarnessFailed,
            _ when Walks.Any(walk => walk.Verdict.Status == VerdictStatus.Failed) => ExitCode.TrackingFailed,
            _ when Walks.Any(walk => walk.Verdict.Status == VerdictStatus.Broken) => ExitCode.WalkBroke,
            _ => ExitCode.Passed,
        };
}
