using MicroConvQA.Decoding.Aliases;

namespace MicroConvQA.Decoding.Mixpanel;

/// <summary>Mixpanel's reserved properties (docs.mixpanel.com/docs/data-structure/property-reference) and events.</summary>
internal static class MixpanelFields
{
    /// <summary>Reserved properties without the reserved prefixes.</summary>
    private static readonly HashSet<string> Reserved = ["token", "distinct_id", "time"];

    /// <summary>Events that say who somebody is and not what happened.</summary>
    public static readonly IReadOnlySet<string> StateEvents = new HashSet<string>
    {
        "$identify",
        "$create_alias",
        "$merge",
        "$opt_in",
        "$group_identify",
    };

    /// <summary>Keys of a profile update that are no operation.</summary>
    public static readonly IReadOnlySet<string> ProfileKeys = new HashSet<string>
    {
        "$token",
        "$distinct_id",
        "$device_id",
        "$user_id",
        "$had_persisted_distinct_id",
        "$time",
        "$ip",
        "$ignore_time",
        "$group_key",
        "$group_id",
    };

    public static readonly AliasNames Aliases = AliasNames.CustomaryAt;

    public static bool IsReserved(string property) =>
        property is ['$', ..] || property.StartsWith("mp_", StringComparison.Ordinal) || Reserved.Contains(property);
}
