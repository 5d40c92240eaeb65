using MicroConvQA.Decoding.Aliases;

namespace MicroConvQA.Decoding.Optimizely;

/// <summary>What Optimizely's fields are called (docs.developers.optimizely.com, "Event API"; @optimizely/optimizely-sdk 6.6.1).</summary>
internal static class OptimizelyFields
{
    /// <summary>Fields of an event that have a place of their own on the hit, or are parameters.</summary>
    public static readonly IReadOnlySet<string> Lifted = new HashSet<string> { "key", "uuid", "timestamp", "tags" };

    /// <summary>Fields of an event that are parameters beside its tags.</summary>
    public static readonly IReadOnlySet<string> Parameters = new HashSet<string> { "value", "revenue" };

    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        ["view_activated"] = StandardNames.PageView,
    };
}
