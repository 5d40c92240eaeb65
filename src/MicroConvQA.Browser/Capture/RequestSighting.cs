using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>A request or push as a view of the traffic saw it, before the ledger gives it its number, time, step and visit.</summary>
internal sealed record RequestSighting
{
    public required Transport Transport { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public byte[] Body { get; init; } = [];

    public BodyState BodyState { get; init; } = BodyState.None;

    /// <summary>The tab that sent it; null = a worker, or unknown.</summary>
    public int? Tab { get; init; }

    /// <summary>The visit during which it was sent; null = that which its tab is at.</summary>
    public int? Visit { get; init; }

    /// <summary>
    /// Whether nobody told at which visit it was sent: that is a matter of its moment in its tab, and without a tab of what is seen around
    /// it.
    /// </summary>
    public bool IsUntold { get; init; }

    /// <summary>Of a push: what happened on the page before it.</summary>
    public PageEvent? Trigger { get; init; }

    public required RequestFate Fate { get; init; }

    /// <summary>By which rule that is its fate, in a sentence; null = nothing was decided.</summary>
    public string? FateBecause { get; init; }

    public required Sightings SeenBy { get; init; }

    public string? Remark { get; init; }

    /// <summary>How long before it is entered it was seen: a body takes its time. Default zero.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>
    /// When and by whom it was sent, as the page or the browser tells; null = not told, then it happened when it was seen.
    /// </summary>
    public Dispatch? Dispatch { get; init; }

    /// <summary>What the decoders found in it; null = they were not asked yet, and the ledger asks them.</summary>
    public IReadOnlyList<Hit>? Hits { get; init; }

    /// <summary>What the decoders are asked about before the ledger knows of it.</summary>
    public CapturedRequest Draft() =>
        new()
        {
            Number = 0,
            At = TimeSpan.Zero,
            Transport = Transport,
            Method = Method,
            Url = Url,
            Headers = Headers,
            Body = Body,
            BodyState = BodyState,
            StepIndex = -1,
            Fate = Fate,
            SeenBy = SeenBy,
        };
}
