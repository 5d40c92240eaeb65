using System.Collections.Concurrent;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// What the pages of a walk have asked for and not got yet. A page that goes on by itself when an answer comes, after a log-in say, must not
/// overtake the shopper's next navigation.
/// </summary>
public sealed class PendingRequests(TimeProvider time)
{
    /// <summary>How long nothing may be asked for: scripts act on an answer, and a navigation begins, a moment after it.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    /// <summary>A page that asks its server again and again is left all the same.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<object, BrowserRequest> pending = [];
    private long changed = time.GetTimestamp();

    /// <summary>Waits until the pages have got what they asked for and had the time to act on it; at most 3 s.</summary>
    public async Task AnsweredAsync(CancellationToken cancellationToken)
    {
        for (var start = time.GetTimestamp(); time.GetElapsedTime(start) < Limit;)
        {
            var quiet = time.GetElapsedTime(Interlocked.Read(ref changed));
            if (pending.IsEmpty && quiet >= Quiet)
            {
                return;
            }

            await Task.Delay(quiet < Quiet ? Quiet - quiet : Quiet, time, cancellationToken);
        }
    }

    internal void Began(BrowserRequest request)
    {
        if (request.Transport is Transport.Document or Transport.Xhr or Transport.Fetch)
        {
            pending[request.Key] = request;
            Changed();
        }
    }

    internal void Ended(object key)
    {
        if (pending.TryRemove(key, out _))
        {
            Changed();
        }
    }

    /// <summary>With a new page the one before it is gone, and nobody is told of what that still waited for.</summary>
    internal void PageShown(int tab)
    {
        foreach (var left in pending.Values.Where(request => !request.IsNavigation && request.Tab == tab))
        {
            pending.TryRemove(left.Key, out _);
        }

        Changed();
    }

    private void Changed() => Interlocked.Exchange(ref changed, time.GetTimestamp());
}
