using System.Collections.Concurrent;
using MicroConvQA.Attribution;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// What the pages of a walk have asked for and not got yet. A page that goes on by itself when an answer comes, after a log-in say, must
/// not overtake the shopper's next navigation; and what a script asks for first, such as an SDK its settings, must not be outrun by a clock
/// that is moved.
/// </summary>
/// <param name="time">By whose clock.</param>
/// <param name="tolerances">How long an answer is waited for, and how long a page is quiet.</param>
internal sealed class PendingRequests(TimeProvider time, Tolerances tolerances)
{
    /// <summary>How often it is looked whether the answers have come; it decides nothing but how soon that is known.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentDictionary<object, (BrowserRequest Request, long Since)> pending = [];
    private long changed = time.GetTimestamp();

    /// <summary>The address of a page that was asked for and has not come to its end; null = there is none.</summary>
    public string? OpenDocument => pending.Values.FirstOrDefault(one => one.Request.IsNavigation).Request?.Looks.Url;

    /// <summary>
    /// Waits until the pages have got what they asked for and had the time to act on it. One that asks its server again and again is left
    /// all the same.
    /// </summary>
    public async Task AnsweredAsync(CancellationToken cancellationToken)
    {
        for (var start = time.GetTimestamp(); time.GetElapsedTime(start) < tolerances.Answer; )
        {
            var quiet = time.GetElapsedTime(Interlocked.Read(ref changed));
            if (!pending.Values.Any(one => IsData(one.Request)) && quiet >= tolerances.PageQuiet)
            {
                return;
            }

            await Task.Delay(quiet < tolerances.PageQuiet ? tolerances.PageQuiet - quiet : tolerances.PageQuiet, time, cancellationToken);
        }
    }

    /// <summary>
    /// Waits until all that can run or hand on to a script is there: documents, data and scripts; for each at most
    /// <see cref="Tolerances.Answer"/>, because some hang or are meant to stay open.
    /// </summary>
    /// <param name="atMost">How long in all: a page may ask anew and anew.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> ArrivedAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (time.GetElapsedTime(start) < atMost && pending.Values.Any(one => time.GetElapsedTime(one.Since) < tolerances.Answer))
        {
            await Task.Delay(Look, time, cancellationToken);
        }

        return time.GetElapsedTime(start);
    }

    internal void Began(BrowserRequest request)
    {
        if (IsData(request) || request.Transport is Transport.Script)
        {
            pending[request.Key] = (request, time.GetTimestamp());
            ChangedBy(request);
        }
    }

    internal void Ended(object key)
    {
        if (pending.TryRemove(key, out var ended))
        {
            ChangedBy(ended.Request);
        }
    }

    /// <summary>With a new page the one before it is gone, and nobody is told of what that still waited for.</summary>
    internal void PageShown(int tab)
    {
        foreach (var left in pending.Values.Where(one => !one.Request.IsNavigation && one.Request.Tab == tab))
        {
            pending.TryRemove(left.Request.Key, out _);
        }

        Changed();
    }

    private static bool IsData(BrowserRequest request) => request.Transport is Transport.Document or Transport.Xhr or Transport.Fetch;

    private void ChangedBy(BrowserRequest request)
    {
        if (IsData(request))
        {
            Changed();
        }
    }

    private void Changed() => Interlocked.Exchange(ref changed, time.GetTimestamp());
}
