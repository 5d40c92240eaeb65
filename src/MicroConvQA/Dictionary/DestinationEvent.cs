using Newtonsoft.Json.Linq;

namespace MicroConvQA.Dictionary;

/// <summary>How a conversion is called at one destination.</summary>
public sealed record DestinationEvent
{
    /// <summary>The event name as sent.</summary>
    public required string Event { get; init; }

    /// <summary>
    /// Values that a hit must hold, by dotted path, to be this conversion: where several conversions share one event name. Empty = the name
    /// says all.
    /// </summary>
    public IReadOnlyDictionary<string, JToken> Where { get; init; } = new Dictionary<string, JToken>();

    /// <summary>
    /// Where the dictionary's parameters stand in this destination's hits, by dotted path; a parameter not named here keeps its name.
    /// </summary>
    public IReadOnlyDictionary<string, string> ParameterPaths { get; init; } = new Dictionary<string, string>();

    /// <summary>The item fields' names at this destination; a field not named here keeps its name.</summary>
    public IReadOnlyDictionary<string, string> ItemFieldNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Parameters and item fields (<c>items.item_variant</c>) that this destination is not sent.</summary>
    public IReadOnlySet<string> NotSent { get; init; } = new HashSet<string>();
}
