using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>What a ledger held at one moment, as a recording keeps it.</summary>
internal sealed record TrafficSnapshot
{
    /// <summary>In the order in which they were sent, and numbered by it.</summary>
    public required IReadOnlyList<CapturedRequest> Requests { get; init; }

    public required IReadOnlyList<PageVisit> Visits { get; init; }

    /// <summary>
    /// When the first action of a step came to the page, by the step's index; a step that waits first, or has no action, is not among them.
    /// </summary>
    public required IReadOnlyDictionary<int, TimeSpan> FirstActions { get; init; }

    public required IReadOnlyList<ClockJump> ClockJumps { get; init; }

    public required IReadOnlyList<ConsoleLine> Console { get; init; }

    /// <summary>The scripts that the pages asked for, each once.</summary>
    public required IReadOnlyList<string> Scripts { get; init; }

    public required IReadOnlyList<BotCheck> BotChecks { get; init; }

    /// <summary>How many messages of our own script in the pages could not be read.</summary>
    public required int LostMessages { get; init; }
}
