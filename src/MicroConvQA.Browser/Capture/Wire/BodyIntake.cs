using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// Takes in what requests carry: reads a body whole, holds it until it has been looked at, or lets it go on unread. What was read goes to
/// the gate.
/// </summary>
/// <param name="knowledge">Tells hits from other requests.</param>
/// <param name="way">The way to servers.</param>
/// <param name="ledger">The walk's time and tolerances.</param>
/// <param name="browser">Where is entered what goes on unread.</param>
/// <param name="gate">Where what was read goes.</param>
internal sealed class BodyIntake(ITrafficKnowledge knowledge, WayOut way, TrafficLedger ledger, BrowserView browser, RequestGate gate)
{
    public async Task StreamAsync(WireRequest request, NetworkDecision decision, CancellationToken cancellationToken)
    {
        if (!request.Head.IsNavigation)
        {
            browser.Enter(Unread(request.Head, [], decision.Reason, "Its body went on unread."), isAnalytics: false);
        }

        await way.ForwardAsync(request.Exchange, new StreamContent(request.Exchange.Context.Request.Body), cancellationToken);
    }

    public async Task HoldAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var (began, patience) = (ledger.Timer.Elapsed, ledger.Tolerances.HeldBody);
        var body = new HeldBody(request.Exchange.Context.Request.Body, TakenBody.MostBytes, patience, ledger.Timer.Time);
        if (await body.HoldAsync(cancellationToken))
        {
            await gate.PassAsync(request, new TakenBody(body.Held, IsCut: false, began), cancellationToken);
            return;
        }

        var remark =
            $"It was held for {patience.TotalSeconds:0} s or {TakenBody.MostBytes / 1024 / 1024} MB, and its body had not ended: it went on unread.";
        var unread = Unread(request.Head, body.Held, remark, remark);
        if (BrowserView.IsAnalytics(knowledge.Decode(unread.Draft())))
        {
            // What was held is enough to tell whose it is: it is read to its end, as any other of theirs.
            var (read, isCut) = await ProxiedExchange.ReadAsync(body.GoOn(), TakenBody.MostBytes, cancellationToken);
            await gate.PassAsync(request, new TakenBody(read, isCut, began), cancellationToken);
            return;
        }

        browser.Enter(unread with { Age = ledger.Timer.Elapsed - began }, isAnalytics: false);
        await way.ForwardAsync(request.Exchange, new StreamContent(body.GoOn()), cancellationToken);
    }

    public async Task ReadAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var began = ledger.Timer.Elapsed;
        var (body, isCut) = request.Exchange.HasBody
            ? await request.Exchange.ReadBodyAsync(TakenBody.MostBytes, cancellationToken)
            : ([], false);
        await gate.PassAsync(request, new TakenBody(body, isCut, began), cancellationToken);
    }

    /// <summary>A request of which not all was looked at before it went on.</summary>
    private static RequestSighting Unread(RequestHead head, byte[] body, string because, string remark) =>
        new()
        {
            Transport = head.Transport,
            Method = head.Method,
            Url = head.Url,
            Headers = head.Headers,
            Body = body,
            BodyState = BodyState.Cut,
            Fate = RequestFate.LetThrough,
            FateBecause = because,
            SeenBy = Sightings.Wire,
            Remark = remark,
            Hits = [],
        };
}

/// <summary>A body that was read.</summary>
/// <param name="Bytes">What was read of it.</param>
/// <param name="IsCut">Whether it was longer than what is kept.</param>
/// <param name="Began">When it was begun to be read.</param>
internal sealed record TakenBody(byte[] Bytes, bool IsCut, TimeSpan Began)
{
    /// <summary>More of a body is not kept.</summary>
    public const int MostBytes = 10 * 1024 * 1024;
}
