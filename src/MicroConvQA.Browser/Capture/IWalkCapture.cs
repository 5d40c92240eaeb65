using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// The capture of one walk, from before its context exists until it is closed. An implementer must not lose what arrives while it is
/// disposed.
/// </summary>
internal interface IWalkCapture : IAsyncDisposable
{
    /// <summary>What the walk's pages still wait for.</summary>
    PendingRequests Requests { get; }

    /// <summary>Joins the walk's context, before its first page is opened and before its clock is installed.</summary>
    Task AttachAsync(IBrowserContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Waits until a page that was just opened is joined, so that nothing that it sends lacks its sender and its moment; pages that open by
    /// themselves are joined as soon as they can be.
    /// </summary>
    Task JoinAsync(IPage page, CancellationToken cancellationToken);

    /// <summary>Takes the context off the network or back on; what is sent meanwhile is entered as not delivered.</summary>
    Task SetOfflineAsync(bool offline, CancellationToken cancellationToken);

    /// <summary>
    /// Why a URL was not answered, as Chromium names network errors, where the capture stands between browser and server; null = it was, or
    /// the browser knows itself.
    /// </summary>
    string? WhyUnanswered(string url);

    /// <summary>
    /// Leaves a page so that its last handlers run and nothing that they send or push is lost; the page is blank afterwards. To be called
    /// before a page is closed and at the end of the walk: closing alone loses what is pushed last.
    /// </summary>
    Task LeaveAsync(IPage page, CancellationToken cancellationToken);

    /// <summary>
    /// How long a request of a page that was left takes right now until it is seen and answered, by one of our own to a host that is new to
    /// the browser; zero = the page cannot tell. On a busy machine that is what the last words of a page must be waited for.
    /// </summary>
    Task<TimeSpan> DelayAsync(IPage page, CancellationToken cancellationToken);
}
