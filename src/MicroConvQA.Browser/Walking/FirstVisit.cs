using MicroConvQA.Browser.Acting;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Clock;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Browser.Settling;
using MicroConvQA.Configuration;
using MicroConvQA.Journeys;
using MicroConvQA.Planning;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Walking;

/// <summary>
/// The visit that a returning shopper made before: the start page without a channel, the consent answer and a look around. Its cookies and
/// storage are kept; its hits are nobody's.
/// </summary>
internal sealed class FirstVisit(PooledBrowser browser, RunConfiguration configuration, ITrafficKnowledge knowledge, TimeProvider time)
{
    // A day ago, where the clock allows it: sessions of analytics end after half an hour, and the shopper comes back for a new one.
    private static readonly TimeSpan Ago = TimeSpan.FromDays(1);

    /// <summary>Makes the visit.</summary>
    /// <returns>The storage state that the shopper comes back with.</returns>
    public async Task<string> MakeAsync(
        Walk walk,
        BrowserNewContextOptions options,
        ClockMode mode,
        Variables variables,
        string baseUrl,
        string workspace,
        CancellationToken cancellationToken
    )
    {
        var ledger = new TrafficLedger(new WalkTimer(time), knowledge.Decode);
        var clock = new PageClock(mode, ledger);
        await using var context = await WalkContext.OpenAsync(
            browser,
            options,
            walk.Device,
            walk.Consent,
            new WatchedWalk(ledger),
            clock,
            time.GetUtcNow() - Ago,
            cancellationToken
        );
        var acting = context.ActionsFor(walk, variables, baseUrl, workspace);
        var performer = new ActionPerformer(acting);

        await acting.Tabs.OpenAsync().WaitAsync(cancellationToken);
        await new Navigation(acting).OpenAsync(variables.Text(walk.Journey.Start), cancellationToken).WaitAsync(cancellationToken);
        foreach (var leaf in ActionLeaf.Answering(walk.Consent.Name, walk.Device, configuration))
            await performer.PerformAsync(leaf.Action, cancellationToken).WaitAsync(cancellationToken);
        await new WalkSettler(ledger, clock, configuration.Settle).SettleAsync(context.Browser, context.Capture, cancellationToken);

        return await context.Browser.StorageStateAsync(new() { IndexedDB = true }).WaitAsync(cancellationToken);
    }
}
