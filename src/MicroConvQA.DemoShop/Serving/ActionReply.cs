using System.Text.Json.Nodes;
using MicroConvQA.DemoShop.Pages;

namespace MicroConvQA.DemoShop.Serving;

/// <summary>The answer to a shopper's action: what to push, what to show, where to go.</summary>
internal sealed record ActionReply
{
    /// <summary>Pushes to the data layer; an absent one is left out.</summary>
    public IReadOnlyList<JsonObject?> Events { get; init; } = [];

    /// <summary>A sentence for the shopper, announced politely.</summary>
    public string? Message { get; init; }

    /// <summary>Why the action was refused.</summary>
    public string? Error { get; init; }

    /// <summary>The path to go to.</summary>
    public string? Redirect { get; init; }

    /// <summary>The pieces in the cart, when they changed.</summary>
    public int? CartCount { get; init; }

    /// <summary>Parts of the page to replace, by element id.</summary>
    public IReadOnlyDictionary<string, Html> Replace { get; init; } = new Dictionary<string, Html>();

    public static ActionReply Refuse(string error) => new() { Error = error };

    public JsonObject ToJson() =>
        new()
        {
            ["events"] = new JsonArray([.. Events.Where(push => push is not null)]),
            ["message"] = Message,
            ["error"] = Error,
            ["redirect"] = Redirect,
            ["cartCount"] = CartCount,
            ["replace"] = new JsonObject(Replace.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value.Markup))),
        };
}
