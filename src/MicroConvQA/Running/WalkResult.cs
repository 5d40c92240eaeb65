using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Recording;

namespace MicroConvQA.Running;

/// <summary>One walk with its recording and its verdict.</summary>
public sealed record WalkResult
{
    public required Walk Walk { get; init; }

    public required JourneyRecording Recording { get; init; }

    public required JourneyVerdict Verdict { get; init; }

    /// <summary>The folder of its recording, trace and screenshots, absolute.</summary>
    public required string Directory { get; init; }

    /// <summary>How often it was walked: 1, and one more for each retry.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether it failed and then passed when walked once more; its verdict stays failed.</summary>
    public bool IsFlaky { get; init; }

    /// <summary>What was kept of the walk by which a failed one was looked at again; null = it was not.</summary>
    public SecondLook? SecondLook { get; init; }
}
