using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>A request as the browser tells of it when it begins.</summary>
internal sealed record BrowserRequest
{
    /// <summary>What the browser knows it by, equal for the same request only.</summary>
    public required object Key { get; init; }

    public required RequestLooks Looks { get; init; }

    public required Transport Transport { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The tab that sent it; null = a worker, or a page that was gone before anybody could ask.</summary>
    public required int? Tab { get; init; }

    /// <summary>The visit that its tab was at; null = it is told by the moment and the document of <see cref="Dispatch"/>.</summary>
    public int? Visit { get; init; }

    /// <summary>Whether a service worker sent it, of its own or because a page asked through it.</summary>
    public bool IsOfServiceWorker { get; init; }

    /// <summary>Whether a tab goes on to another page by it.</summary>
    public bool IsNavigation { get; init; }

    /// <summary>When and by whom it was sent; null = told by another way or not at all.</summary>
    public Dispatch? Dispatch { get; init; }
}
