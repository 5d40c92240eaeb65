namespace MicroConvQA.Recording;

/// <summary>What really ran: the engine, its version and how it was set up.</summary>
public sealed record RanOn
{
    /// <summary>chromium, firefox or webkit.</summary>
    public required string Engine { get; init; }

    public required string Version { get; init; }

    /// <summary>The engine that the device asked for; differs where it is emulated on another.</summary>
    public required string AskedFor { get; init; }

    /// <summary>How traffic was captured: <c>wire</c> …</summary>
    public required string Capture { get; init; }

    /// <summary>Whether pages could tell that the browser was driven by a program: honest or hidden.</summary>
    public string Automation { get; init; } = "honest";

    /// <summary>Whether the page lived on a virtual clock.</summary>
    public required bool VirtualClock { get; init; }

    /// <summary>
    /// Why real time passed although the journey's clock is virtual, as the end of a sentence that begins with "because"; null = its clock
    /// was kept.
    /// </summary>
    public string? RealTimeBecause { get; init; }
}
