using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>What a ledger held at one moment, as a recording keeps it.</summary>
public sealed record TrafficSnapshot
{
    /// <summary>In the order in which they were sent, and numbered by it.</summary>
    public required IReadOnlyList<CapturedRequest> Requests { get; init; }

    public required IReadOnlyList<PageVisit> Visits { get; init; }

    public required IReadOnlyList<ClockJump> ClockJumps { get; init; }

    public required IReadOnlyList<ConsoleLine> Console { get; init; }

    /// <summary>The scripts that the pages asked for, each once.</summary>
    public required IReadOnlyList<string> Scripts { get; init; }

    public required IReadOnlyList<BotCheck> BotChecks { get; init; }
}
