using MicroConvQA.Configuration.Network;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// Does with a request that was read what the <see cref="NetworkDecision"/> of its content says: it is answered here, delivered to its
/// collector, or let through.
/// </summary>
/// <param name="knowledge">Tells hits from other requests.</param>
/// <param name="network">What is kept here.</param>
/// <param name="way">The way to servers.</param>
/// <param name="watched">The walk.</param>
/// <param name="browser">Where requests are entered.</param>
/// <param name="standIn">Answers what is kept here.</param>
internal sealed class RequestGate(
    ITrafficKnowledge knowledge,
    NetworkRules network,
    WayOut way,
    WatchedWalk watched,
    BrowserView browser,
    CollectorStandIn standIn
)
{
    private readonly TrafficLedger ledger = watched.Ledger;

    public async Task PassAsync(WireRequest request, TakenBody body, CancellationToken cancellationToken)
    {
        var (exchange, head) = (request.Exchange, request.Head);
        var sent = SentBy(head, body);
        var draft = sent.Draft();
        var passed = watched.Fault?.On(draft) ?? [draft];
        var isFaulty = passed is not [var same] || !ReferenceEquals(same, draft);
        var decoded = knowledge.Decode(draft);
        var content = new FoundContent
        {
            Vendor = decoded.Vendor,
            IsRead = BrowserView.IsAnalytics(decoded),
            HasBody = sent.BodyState != BodyState.None,
            OnPurpose = isFaulty ? watched.Fault!.What : null,
        };
        // The page may have named its collector while the body was on its way.
        var placeNow = request.Place with { NamedBy = watched.Collectors.SettingFor(head.Url) };
        var decision = NetworkDecision.Of(head, placeNow, network, content);
        sent = sent with { Hits = decoded.Hits, Fate = decision.Fate, FateBecause = decision.Reason };
        await (
            decision.Fate switch
            {
                RequestFate.AnsweredHere when isFaulty => standIn.KeepFaultyAsync(exchange, sent, passed),
                RequestFate.AnsweredHere => standIn.KeepAsync(exchange, content.IsRead ? sent : sent with { Remark = decision.Reason }),
                RequestFate.Delivered => DeliverAsync(exchange, sent, cancellationToken),
                RequestFate.LetThrough => LetThroughAsync(exchange, sent, decision.IsRecorded, cancellationToken),
                _ => throw new InvalidOperationException($"unknown fate {decision.Fate}"),
            }
        );
    }

    private RequestSighting SentBy(RequestHead head, TakenBody body) =>
        new()
        {
            Transport = head.Transport,
            Method = head.Method,
            Url = head.Url,
            Headers = head.Headers,
            Body = body.Bytes,
            BodyState =
                body.IsCut ? BodyState.Cut
                : body.Bytes.Length > 0 ? BodyState.Complete
                : BodyState.None,
            Fate = RequestFate.AnsweredHere,
            SeenBy = Sightings.Wire,
            Remark = body.IsCut ? $"The body was longer than {TakenBody.MostBytes / 1024 / 1024} MB." : null,
            Age = ledger.Timer.Elapsed - body.Began,
        };

    private async Task LetThroughAsync(ProxiedExchange exchange, RequestSighting sent, bool isRecorded, CancellationToken cancellationToken)
    {
        if (isRecorded)
        {
            browser.Enter(sent, isAnalytics: false);
        }

        await way.ForwardAsync(exchange, BodyOf(exchange, sent.Body), cancellationToken);
    }

    private async Task DeliverAsync(ProxiedExchange exchange, RequestSighting sent, CancellationToken cancellationToken)
    {
        var entered = browser.Enter(sent, isAnalytics: true);
        try
        {
            var status = await way.ForwardAsync(exchange, BodyOf(exchange, sent.Body), cancellationToken);
            ledger.Requests.Conclude(entered.Number, RequestFate.Delivered, status);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            var remark = $"The collector could not be reached: {exception.GetBaseException().Message}.";
            ledger.Requests.Conclude(entered.Number, RequestFate.NotDelivered, remark: remark);
            throw;
        }
    }

    private static ByteArrayContent? BodyOf(ProxiedExchange exchange, byte[] body) => exchange.HasBody ? new ByteArrayContent(body) : null;
}
