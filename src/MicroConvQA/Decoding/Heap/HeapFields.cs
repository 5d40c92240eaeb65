using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.Heap;

/// <summary>The short names of Heap's classic script, under the names of its documentation (help.heap.io, "Autocaptured data").</summary>
internal static class HeapFields
{
    public const string PageView = "pageview";

    /// <summary>Properties of the visit and of the page, as names and values in turn: <c>pp=h&amp;pp=%2Fcart</c>.</summary>
    public const string SessionProperties = "sp";

    /// <inheritdoc cref="SessionProperties"/>
    public const string PageProperties = "pp";

    /// <summary>Where it says who somebody is.</summary>
    public static readonly string[] StatePaths = ["/api/identify", "/api/add_user_properties"];

    /// <summary>Fields of the request that have a place of their own on the hit.</summary>
    public static readonly IReadOnlySet<string> Lifted = new HashSet<string>
    {
        "a",
        "u",
        "v",
        "s",
        "i",
        "ts",
        SessionProperties,
        PageProperties,
    };

    /// <summary>What is said of a page, in a page view's fields and in an interaction's <c>pp</c>.</summary>
    public static readonly FieldMeanings Page = new()
    {
        Parameters = new Dictionary<string, string>
        {
            ["d"] = "domain",
            ["h"] = "path",
            ["q"] = "query",
            ["g"] = "hash",
            ["t"] = "title",
            ["r"] = "referrer",
            ["pr"] = "previous_page",
        },
    };

    /// <summary>What is said of an interaction, each name followed by its number.</summary>
    public static readonly IReadOnlyDictionary<string, string> Interaction = new Dictionary<string, string>
    {
        ["n"] = "target_tag",
        ["c"] = "target_class",
        ["i"] = "target_id",
        ["h"] = "href",
        ["x"] = "target_text",
        ["y"] = "hierarchy",
    };

    /// <summary>What is captured without a call; any other type is the name of an event of the shop's own.</summary>
    public static readonly IReadOnlySet<string> Captured = new HashSet<string>
    {
        "click",
        "change",
        "submit",
        "touchstart",
        "focus",
        "blur",
    };

    /// <summary>All other names are the shop's.</summary>
    public static readonly IReadOnlyDictionary<string, string> StandardEvents = new Dictionary<string, string>
    {
        [PageView] = StandardNames.PageView,
    };
}
