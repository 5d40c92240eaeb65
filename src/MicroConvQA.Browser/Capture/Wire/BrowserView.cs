using MicroConvQA.Recording;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// What the browser knows of the requests that the wire sees: how they were sent and by which tab. The two views tell of a request in any
/// order; the same method and URL, first told first, make one. What only the browser saw never reached the wire.
/// </summary>
internal sealed class BrowserView(TrafficLedger ledger)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<IRequest>> unmatchedByWire = [];
    private readonly Dictionary<string, Queue<int>> unmatchedByBrowser = [];
    private readonly HashSet<IRequest> joined = [];

    /// <summary>The browser began a request.</summary>
    public void Began(IRequest request)
    {
        int? number;
        lock (gate)
        {
            number = Take(unmatchedByBrowser, KeyOf(request.Method, request.Url));
            if (number is null)
            {
                Put(unmatchedByWire, KeyOf(request.Method, request.Url), request);
            }
            else
            {
                joined.Add(request);
            }
        }

        if (number is { } known)
        {
            ledger.SeenByBrowser(known, TransportOf(request), TabOf(request));
        }
    }

    /// <summary>The wire entered a request under a number of the ledger.</summary>
    public void Entered(int number, string method, string url)
    {
        IRequest? request;
        lock (gate)
        {
            request = TakeRequest(KeyOf(method, url));
            if (request is null)
            {
                Put(unmatchedByBrowser, KeyOf(method, url), number);
            }
            else
            {
                joined.Add(request);
            }
        }

        if (request is not null)
        {
            ledger.SeenByBrowser(number, TransportOf(request), TabOf(request));
        }
    }

    /// <summary>Whether a request that came to its end, or failed, was seen on the wire; it is not waited for any longer.</summary>
    public bool WasOnTheWire(IRequest request)
    {
        lock (gate)
        {
            return joined.Remove(request);
        }
    }

    public int? TabOf(IRequest request)
    {
        try
        {
            return ledger.TabOf(request.Frame.Page);
        }
        catch (PlaywrightException)
        {
            // A service worker sent it, or it is a navigation whose frame has no page yet.
            return null;
        }
    }

    /// <summary>The transport as Playwright names resource types.</summary>
    public static Transport TransportOf(IRequest request) => request.ResourceType switch
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

    private static string KeyOf(string method, string url)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        return $"{method} {(fragment < 0 ? url : url[..fragment])}";
    }

    private IRequest? TakeRequest(string key) =>
        unmatchedByWire.TryGetValue(key, out var queue) && queue.TryDequeue(out var request) ? request : null;

    private static int? Take(Dictionary<string, Queue<int>> queues, string key) =>
        queues.TryGetValue(key, out var queue) && queue.TryDequeue(out var number) ? number : null;

    private static void Put<T>(Dictionary<string, Queue<T>> queues, string key, T value)
    {
        if (!queues.TryGetValue(key, out var queue))
        {
            queues[key] = queue = new Queue<T>();
        }

        queue.Enqueue(value);
    }
}
