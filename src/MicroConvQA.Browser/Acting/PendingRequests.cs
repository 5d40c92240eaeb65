using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>
/// What the pages of a walk have asked for and not got yet. A page that goes on by itself when an answer comes, after a log-in say, must not
/// overtake the shopper's next navigation.
/// </summary>
public sealed class PendingRequests
{
    /// <summary>How long nothing may be asked for: scripts act on an answer, and a navigation begins, a moment after it.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    /// <summary>A page that asks its server again and again is left all the same.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private static readonly HashSet<string> AwaitedByScripts = ["document", "xhr", "fetch"];

    private readonly ConcurrentDictionary<IRequest, bool> _pending = [];
    private readonly ConcurrentDictionary<IFrame, bool> _coming = [];
    private readonly TimeProvider _time;
    private long _changed;

    public PendingRequests(IBrowserContext context, TimeProvider time)
    {
        _time = time;
        _changed = time.GetTimestamp();
        context.Request += (_, request) => Begin(request);
        context.Response += (_, response) => End(response.Request);
        context.RequestFailed += (_, request) => End(request);
        context.FrameNavigated += (_, frame) => Show(frame);
    }

    /// <summary>Waits until the pages have got what they asked for and had the time to act on it; at most 3 s.</summary>
    public async Task AnsweredAsync(CancellationToken cancellationToken)
    {
        for (var start = _time.GetTimestamp(); _time.GetElapsedTime(start) < Limit;)
        {
            var quiet = _time.GetElapsedTime(Interlocked.Read(ref _changed));
            if (_pending.IsEmpty && quiet >= Quiet)
                return;
            await Task.Delay(quiet < Quiet ? Quiet - quiet : Quiet, _time, cancellationToken);
        }
    }

    private void Begin(IRequest request)
    {
        if (!AwaitedByScripts.Contains(request.ResourceType))
            return;
        _pending[request] = true;
        Changed();
    }

    private void End(IRequest request)
    {
        if (!_pending.TryRemove(request, out _))
            return;
        if (request.IsNavigationRequest && FrameOf(request) is { ParentFrame: null } page)
            _coming[page] = true;
        Changed();
    }

    /// <summary>With a new page the one before it is gone, and nobody is told of what that still waited for.</summary>
    private void Show(IFrame frame)
    {
        if (!_coming.TryRemove(frame, out _))
            return;
        foreach (var left in _pending.Keys.Where(request => !request.IsNavigationRequest && FrameOf(request)?.Page == frame.Page))
            _pending.TryRemove(left, out _);
        Changed();
    }

    private void Changed() => Interlocked.Exchange(ref _changed, _time.GetTimestamp());

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
}
