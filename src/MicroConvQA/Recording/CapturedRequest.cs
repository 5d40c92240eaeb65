namespace MicroConvQA.Recording;

/// <summary>One captured HTTP(S) exchange or data-layer push, with its raw bytes.</summary>
public sealed record CapturedRequest
{
    /// <summary>Its number in the recording, from 1, in the order in which they were sent; evidence names it.</summary>
    public required int Number { get; init; }

    /// <summary>When it was sent as far as the browser tells, else when it arrived, since the start of the walk, in real time.</summary>
    public required TimeSpan At { get; init; }

    public required Transport Transport { get; init; }

    public required string Method { get; init; }

    /// <summary>The URL as it stood on the wire; of a push the page's URL.</summary>
    public required string Url { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body's exact bytes; of a push a JSON text: <c>{"kind": "message" | "command", "entry": …}</c>.</summary>
    public byte[] Body { get; init; } = [];

    public BodyState BodyState { get; init; } = BodyState.None;

    /// <summary>The step that was in progress then, from 0; -1 = the opening of the start page and the consent answer.</summary>
    public required int StepIndex { get; init; }

    /// <summary>The number of the page visit that sent it, where known.</summary>
    public int? Visit { get; init; }

    /// <summary>Who caused it, innermost first; empty where unknown.</summary>
    public IReadOnlyList<ScriptFrame> Initiator { get; init; } = [];

    /// <summary>Of a push: what happened on the page before it; null = nothing did, or it is not known.</summary>
    public PageEvent? Trigger { get; init; }

    public required RequestFate Fate { get; init; }

    /// <summary>
    /// By which rule it was kept here, delivered or let through, in a sentence; null = nothing was decided, or the recording is older.
    /// </summary>
    public string? FateBecause { get; init; }

    public required Sightings SeenBy { get; init; }

    /// <summary>The status that the page was answered with; null = none.</summary>
    public int? Status { get; init; }

    /// <summary>Why it was not delivered or could not be read; null = nothing to say.</summary>
    public string? Remark { get; init; }
}

/// <summary>Which views of the traffic saw a request.</summary>
[Flags]
public enum Sightings
{
    None = 0,
    Wire = 1,
    Browser = 2,
    Page = 4,
}

/// <summary>What happened on a page before its script pushed to the data layer.</summary>
/// <param name="Type">The DOM event's type, such as <c>click</c>.</param>
/// <param name="Target">What it happened to, as a reader would find it: <c>button#buy 'Add to cart'</c>; empty = unknown.</param>
/// <param name="Ago">How long before the push the shopper's last event was; zero = the event was being handled when the script
/// pushed.</param>
public sealed record PageEvent(string Type, string Target, TimeSpan Ago);
