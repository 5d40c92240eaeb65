using System.Collections.Concurrent;
using System.Text.Json;
using MicroConvQA.Configuration;
using MicroConvQA.Recording;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// Sees the traffic of a Chromium by one session with the whole browser, which holds every request of every page, frame and worker before
/// it is sent. Sessions with single pages, Playwright's routes and its request events miss what is sent while a page is being left.
/// </summary>
public sealed class BrowserSessionCapture(ITrafficKnowledge knowledge, NetworkMode network) : ITrafficCapture
{
    private const int MaximumUnknownBody = 64 * 1024;

    private readonly ConcurrentDictionary<Task, bool> _handling = [];
    private readonly ConcurrentDictionary<string, (BrowserSessionWalk Walk, int Number)> _awaitingAnswer = [];
    private ICDPSession? _session;
    private FetchDomain? _fetch;
    private WalkOfFrame? _walks;

    public string Name => "browser session";

    private FetchDomain Fetch => _fetch ?? throw new InvalidOperationException("The capture is not attached to a browser.");

    private WalkOfFrame Walks => _walks ?? throw new InvalidOperationException("The capture is not attached to a browser.");

    /// <summary>In sinkhole mode the names of known collectors are not resolved: a safety net under the capture.</summary>
    public void PrepareLaunch(BrowserTypeLaunchOptions options)
    {
        if (network == NetworkMode.Passthrough)
            return;
        const string rules = "--host-resolver-rules=";
        var given = (options.Args ?? []).ToList();
        var own = string.Join(",", CollectorHosts.All.Select(host => $"MAP {host} ~NOTFOUND"));
        // Chromium takes the last of several, so that the author's rules are kept in the same argument.
        var merged = given.Where(argument => argument.StartsWith(rules, StringComparison.Ordinal)).Select(argument => argument[rules.Length..]).Append(own);
        options.Args = [.. given.Where(argument => !argument.StartsWith(rules, StringComparison.Ordinal)), rules + string.Join(",", merged)];
    }

    public async Task AttachAsync(IBrowser browser, CancellationToken cancellationToken)
    {
        if (browser.BrowserType.Name != BrowserType.Chromium)
            throw new NotSupportedException(
                $"The traffic of {browser.BrowserType.Name} cannot be captured by a browser session: only Chromium has one. Walk this device on Chromium.");
        _session = await browser.NewBrowserCDPSessionAsync().WaitAsync(cancellationToken);
        _fetch = new FetchDomain(_session);
        _walks = new WalkOfFrame(_session);
        // Before Fetch is enabled: a request that is held without a listener would stay held.
        _session.Event("Fetch.requestPaused").OnEvent += (_, paused) => Begin(paused);
        await _fetch.EnableAsync().WaitAsync(cancellationToken);
    }

    public Task<IWalkCapture> OpenAsync(BrowserNewContextOptions options, TrafficLedger ledger, CancellationToken cancellationToken) =>
        Task.FromResult<IWalkCapture>(new BrowserSessionWalk(ledger, Walks));

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_handling.Keys);
        if (_session is not null)
            await DetachAsync(_session);
    }

    private static async Task DetachAsync(ICDPSession session)
    {
        try
        {
            await session.DetachAsync();
        }
        catch (PlaywrightException)
        {
            // The browser is gone, and its session with it.
        }
    }

    private void Begin(JsonElement? paused)
    {
        if (paused is not { } payload)
            return;
        var handling = HandleAsync(PausedRequest.Read(payload));
        _handling[handling] = true;
        // What failed is kept, so that disposing throws it: a fault here is ours and must be loud.
        _ = handling.ContinueWith(done => _handling.TryRemove(done, out _), TaskContinuationOptions.OnlyOnRanToCompletion);
    }

    private Task HandleAsync(PausedRequest request)
    {
        if (request.IsAnswered)
            return AnsweredAsync(request);
        if (BlankPage.Is(request.Url))
            return Fetch.FulfillAsync(request, BrowserAnswer.Blank());
        if (request.IsPreflight)
            return network == NetworkMode.Sinkhole && knowledge.IsAnalytics(request.Method, request.Url)
                ? Fetch.FulfillAsync(request, BrowserAnswer.ToPreflight(request.Headers))
                : Fetch.ContinueAsync(request);
        var draft = request.Draft();
        if (IsAnalytics(draft))
            return AnalyticsAsync(request, draft);
        return MayBeTracking(request) ? LetThroughAsync(request) : Fetch.ContinueAsync(request);
    }

    private bool IsAnalytics(CapturedRequest draft)
    {
        var decoded = knowledge.Decode(draft);
        return decoded.Vendor is not null || decoded.Problem is not null;
    }

    /// <summary>A shop may send its own events to itself: small bodies that no page load waits for.</summary>
    private bool MayBeTracking(PausedRequest request) =>
        request.BodyState != BodyState.None
        && request.Body.Length <= MaximumUnknownBody
        && !(request.Transport == Transport.Document && Walks.IsMainFrame(request.FrameId));

    private async Task LetThroughAsync(PausedRequest request)
    {
        // Held until its walk is known, so that it is entered before what its answer causes.
        var walk = Walks.Known(request.FrameId) ?? await Walks.FindAsync(request.FrameId);
        walk?.Ledger.Enter(request.Sighting(RequestFate.LetThrough, walk.TabOf(request.FrameId)));
        await Fetch.ContinueAsync(request);
    }

    private async Task AnalyticsAsync(PausedRequest request, CapturedRequest draft)
    {
        var walk = Walks.Known(request.FrameId) ?? await Walks.FindAsync(request.FrameId);
        if (walk is null)
            await UnknownSenderAsync(request, draft);
        else if (walk.IsOffline)
            await OfflineAsync(request, walk);
        else if (network == NetworkMode.Passthrough)
            await PassAsync(request, walk);
        else
            await AnswerHereAsync(request, draft, walk);
    }

    /// <summary>Only where several walks share the browser and none of them knows the frame: it must not leave, and must not vanish.</summary>
    private async Task UnknownSenderAsync(PausedRequest request, CapturedRequest draft)
    {
        foreach (var walk in Walks.All)
            walk.Ledger.ConsoleWrote("error", $"An analytics request could not be assigned to a walk: {request.Method} {request.Url}", null);
        if (network == NetworkMode.Passthrough)
            await Fetch.ContinueAsync(request);
        else
            await Fetch.FulfillAsync(request, BrowserAnswer.Fit(request.Transport, request.Headers, knowledge.AnswerTo(draft)));
    }

    private async Task OfflineAsync(PausedRequest request, BrowserSessionWalk walk)
    {
        var entered = walk.Ledger.EnterAnalytics(request.Sighting(RequestFate.NotDelivered, walk.TabOf(request.FrameId)));
        await Fetch.FailAsync(request, "InternetDisconnected");
        walk.Ledger.Conclude(entered.Number, RequestFate.NotDelivered, remark: "The device was offline.");
    }

    private async Task AnswerHereAsync(PausedRequest request, CapturedRequest draft, BrowserSessionWalk walk)
    {
        var entered = walk.Ledger.EnterAnalytics(request.Sighting(RequestFate.AnsweredHere, walk.TabOf(request.FrameId)));
        var answer = BrowserAnswer.Fit(request.Transport, request.Headers, knowledge.AnswerTo(draft));
        if (await Fetch.FulfillAsync(request, answer))
            walk.Ledger.Conclude(entered.Number, RequestFate.AnsweredHere, answer.Status);
        else
            // It had been handed to the network when its page was left; without us it would be on its way. Holding it must not make it lost.
            walk.Ledger.Conclude(
                entered.Number,
                RequestFate.AnsweredHere,
                remark: request.Transport == Transport.Ping ? null : "Its page was left before the answer came.");
    }

    private async Task PassAsync(PausedRequest request, BrowserSessionWalk walk)
    {
        var entered = walk.Ledger.EnterAnalytics(request.Sighting(RequestFate.Delivered, walk.TabOf(request.FrameId)));
        _awaitingAnswer[request.Id] = (walk, entered.Number);
        if (!await Fetch.ContinueAsync(request, stopAtAnswer: true) && _awaitingAnswer.TryRemove(request.Id, out _))
            walk.Ledger.Conclude(entered.Number, RequestFate.NotDelivered, remark: "The browser cancelled it before it was sent.");
    }

    private async Task AnsweredAsync(PausedRequest request)
    {
        if (_awaitingAnswer.TryRemove(request.Id, out var sent))
            sent.Walk.Ledger.Conclude(
                sent.Number,
                request.Error is null ? RequestFate.Delivered : RequestFate.NotDelivered,
                request.Status,
                request.Error is null ? null : $"The browser could not send it: {request.Error}.");
        await Fetch.ContinueAsync(request);
    }
}
