using MicroConvQA.Decoding.Aliases;

namespace MicroConvQA.Decoding.Plausible;

/// <summary>
/// The fields of Plausible's events, short as its scripts send them and long as its events API documents them
/// (plausible.io/docs/events-api).
/// </summary>
internal static class PlausibleFields
{
    public static readonly string[] Event = ["n", "name"];
    public static readonly string[] Url = ["u", "url"];
    public static readonly string[] Domain = ["d", "domain"];
    public static readonly string[] Props = ["p", "props", "m", "meta"];
    public static readonly string[] Revenue = ["$", "revenue"];

    /// <summary>Sent by itself when a page is left, with the time and depth of the visit.</summary>
    public const string Engagement = "engagement";

    /// <summary>The one event that the script names; all other names are the shop's.</summary>
    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        ["pageview"] = StandardNames.PageView,
    };

    public static readonly AliasNames Aliases = AliasNames.CustomaryAt with
    {
        Value = ["revenue.amount", .. AliasNames.CustomaryAt.Value],
        Currency = ["revenue.currency", .. AliasNames.CustomaryAt.Currency],
    };
}
