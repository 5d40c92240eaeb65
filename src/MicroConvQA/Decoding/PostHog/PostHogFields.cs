using MicroConvQA.Decoding.Aliases;

namespace MicroConvQA.Decoding.PostHog;

/// <summary>PostHog's reserved properties and events (posthog.com/docs/data/events, posthog-js 1.449.2).</summary>
internal static class PostHogFields
{
    /// <summary>Reserved properties without the reserved prefix.</summary>
    private static readonly HashSet<string> Reserved = ["token", "distinct_id"];

    /// <summary>Events that say who somebody is and not what happened.</summary>
    public static readonly IReadOnlySet<string> StateEvents = new HashSet<string>
    {
        "$identify",
        "$create_alias",
        "$merge_dangerously",
        "$set",
        "$unset",
        "$groupidentify",
        "$opt_in",
    };

    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        ["$pageview"] = StandardNames.PageView,
    };

    public static bool IsReserved(string property) => property is ['$', ..] || Reserved.Contains(property);
}
