using MicroConvQA.Decoding;

namespace MicroConvQA.Attribution;

/// <summary>A hit with the moment and the step in which its event was created, as far as the evidence tells.</summary>
internal sealed record AttributedHit
{
    public required Hit Hit { get; init; }

    /// <summary>Its place in the order in which the events were created.</summary>
    public int Order { get; init; }

    /// <summary>The earliest moment at which it can have been created, in the walk's real time.</summary>
    public required TimeSpan Earliest { get; init; }

    /// <summary>The latest moment at which it can have been created.</summary>
    public required TimeSpan Latest { get; init; }

    /// <summary>The earliest page time at which it can have been created; runs ahead of real time on a virtual clock.</summary>
    public required TimeSpan EarliestOnPage { get; init; }

    /// <summary>The first step that it can belong to; -1 = before the first step.</summary>
    public required int FirstStep { get; init; }

    /// <summary>The last step that it can belong to.</summary>
    public required int LastStep { get; init; }

    /// <summary>The step that it most likely belongs to.</summary>
    public required int StepIndex { get; init; }

    /// <summary>Why that step, in words after "because": <c>the hit states the time 12:00:11.250</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The number of the page visit on which it was created; null = not known.</summary>
    public int? Visit { get; init; }

    /// <summary>The data-layer push that caused it; null = none was found.</summary>
    public Hit? Push { get; init; }

    /// <summary>
    /// The step that waited for it in vain, to the end of its time, before the action of a later step was done, after which it came; null =
    /// none did.
    /// </summary>
    public int? AwaitedIn { get; init; }

    public bool CanBelongTo(int step) => FirstStep <= step && step <= LastStep;
}
