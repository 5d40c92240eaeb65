using System.Collections.Concurrent;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Recording;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// What Playwright tells of requests, in any engine. It costs a page a quarter of its time, because every request passes through the
/// driver.
/// </summary>
/// <param name="news">Is told of them.</param>
/// <param name="pages">Knows the tabs.</param>
internal sealed class PlaywrightRequests(IRequestNews news, PageLedger pages)
{
    private readonly ConcurrentDictionary<IFrame, bool> coming = [];

    public void Follow(IBrowserContext context)
    {
        context.Request += (_, request) => news.Began(Of(request));
        context.Response += (_, response) => Answered(response.Request);
        context.RequestFinished += (_, request) => news.Finished(request);
        context.RequestFailed += (_, request) => news.Failed(request, request.Failure);
        context.FrameNavigated += (_, frame) => Shown(frame);
    }

    private void Answered(IRequest request)
    {
        news.Answered(request);
        if (request.IsNavigationRequest && FrameOf(request) is { ParentFrame: null } page)
        {
            coming[page] = true;
        }
    }

    /// <summary>A page that only changes its address is told of alike, but nothing was asked for before it.</summary>
    private void Shown(IFrame frame)
    {
        if (coming.TryRemove(frame, out _))
        {
            news.PageShown(pages.TabOf(frame.Page));
        }
    }

    private BrowserRequest Of(IRequest request)
    {
        int? tab = FrameOf(request)?.Page is { } page ? pages.TabOf(page) : null;
        return new BrowserRequest
        {
            Key = request,
            // A body that Playwright does not show may be empty or a blob.
            Looks = new RequestLooks(request.Method, request.Url, request.Method == "GET" ? [] : request.PostDataBuffer),
            Transport = TransportOf(request),
            Headers = request.Headers,
            Tab = tab,
            Visit = pages.VisitOf(tab),
            IsOfServiceWorker = tab is null && !request.IsNavigationRequest,
            IsNavigation = request.IsNavigationRequest,
        };
    }

    /// <returns>Null for the first page of a tab that is just being opened, and for what a service worker asks for.</returns>
    private static IFrame? FrameOf(IRequest request)
    {
        try
        {
            return request.Frame;
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }

    /// <summary>The transport as Playwright names resource types.</summary>
    private static Transport TransportOf(IRequest request) =>
        request.ResourceType switch
        {
            "document" => Transport.Document,
            "image" => Transport.Image,
            "script" => Transport.Script,
            "stylesheet" => Transport.Stylesheet,
            "fetch" => Transport.Fetch,
            "xhr" => Transport.Xhr,
            "ping" or "beacon" => Transport.Ping,
            "websocket" => Transport.WebSocket,
            _ => Transport.Other,
        };
}
