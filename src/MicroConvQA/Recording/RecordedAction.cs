namespace MicroConvQA.Recording;

/// <summary>One action as it was done.</summary>
public sealed record RecordedAction
{
    public required string Text { get; init; }

    /// <summary>Since the start of the walk, in real time.</summary>
    public required TimeSpan StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>What the author should know though the action succeeded: a fallback locator was used.</summary>
    public string? Warning { get; init; }
}
