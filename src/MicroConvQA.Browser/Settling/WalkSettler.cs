using System.Globalization;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Clock;
using MicroConvQA.Configuration.Settling;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Settling;

/// <summary>
/// Ends a walk so that nothing that was going to be sent is lost: page time passes for the batch timers, each page is left so that its
/// last handlers run, and the walk is closed once no analytics request is in flight and none came for a while.
/// </summary>
internal sealed class WalkSettler(TrafficLedger ledger, PageClock clock, SettleLimits limits)
{
    /// <summary>
    /// How many times the way of one request nothing must come, after one has passed already. On a machine with nine times the work that it
    /// can do, what a page sent last was measured to come as late as a request of ours: 1.5 s.
    /// </summary>
    private const int DelaysOfSilence = 2;

    /// <summary>Settles the walk; its pages are blank afterwards.</summary>
    /// <returns>Why no further hits were waited for.</returns>
    public async Task<Settlement> SettleAsync(IBrowserContext context, IWalkCapture capture, CancellationToken cancellationToken)
    {
        if (context.Pages.Count > 0)
            await clock.AdvanceAsync(context.Pages[0], limits.Horizon, capture.Requests, cancellationToken);
        await ledger.Requests.WaitForQuietAsync(TimeSpan.Zero, ledger.Timer.Elapsed + limits.Limit, cancellationToken);
        var pages = context.Pages.ToList();
        foreach (var page in pages)
            await capture.LeaveAsync(page, cancellationToken);
        var quiet =
            pages.Count == 0
                ? limits.Quiet
                : Longer(limits.Quiet, DelaysOfSilence * await capture.DelayAsync(pages[^1], cancellationToken));
        var isQuiet = await ledger.Requests.WaitForQuietAsync(quiet, ledger.Timer.Elapsed + limits.Limit, cancellationToken);
        return isQuiet ? new Settlement(Proof(pages.Count, quiet), []) : LimitReached(quiet);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private string Proof(int pages, TimeSpan quiet) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{limits.Horizon.TotalSeconds:0.#} s of {(clock.IsVirtual ? "page" : "real")} time had passed, {Count(pages, "open page was", "open pages were")} left, no analytics request was in flight and none came for {quiet.TotalMilliseconds:0} ms."
        );

    private Settlement LimitReached(TimeSpan quiet)
    {
        var open = ledger.Requests.Unsettled(ledger.Timer.Elapsed - quiet);
        var since = ledger.Timer.Elapsed - (ledger.Requests.LastArrival ?? TimeSpan.Zero);
        var reached = string.Create(
            CultureInfo.InvariantCulture,
            $"The limit of {limits.Limit.TotalSeconds:0.#} s was reached with "
                + $"{Count(ledger.Requests.InFlight, "analytics request", "analytics requests")} in flight and the last one seen "
                + $"{since.TotalMilliseconds:0} ms before"
        );
        return new Settlement(
            open.Count > 0
                ? $"{reached}: later hits are unknown. Raise 'settle.limit' if the page is to be waited for."
                : $"{reached}: all of it comes again and again by itself, and is waited for no longer.",
            open
        );
    }

    private static string Count(int count, string one, string several) =>
        count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count} {several}");
}
