using System.Text.Json.Nodes;
using MicroConvQA.DemoShop.Pages;

namespace MicroConvQA.DemoShop.Serving;

/// <summary>A page before the layout is put around it.</summary>
internal sealed record PageReply(string Title, Html Main)
{
    public int Status { get; init; } = 200;

    /// <summary>Pushed whenever the page is loaded.</summary>
    public IReadOnlyList<JsonObject?> OnLoad { get; init; } = [];

    /// <summary>Pushed when the shopper came here by a link or a form, not by reload, back or forward.</summary>
    public IReadOnlyList<JsonObject?> OnArrival { get; init; } = [];

    /// <summary>Checkout pages leave out everything that leads away.</summary>
    public bool Checkout { get; init; }

    /// <summary>Shown at the foot of a phone, above the consent banner.</summary>
    public Html StickyBar { get; init; } = Html.Empty;

    /// <summary>The footer's newsletter form, unless the page has an opt-in of its own.</summary>
    public bool FooterNewsletter { get; init; } = true;

    public string? Redirect { get; init; }

    public static PageReply GoTo(string path) => new("", Html.Empty) { Redirect = path };
}
