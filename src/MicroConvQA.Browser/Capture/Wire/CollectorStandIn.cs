using MicroConvQA.Configuration.Network;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>Enters what is kept here and answers it in its collector's place.</summary>
/// <param name="knowledge">Knows what collectors answer.</param>
/// <param name="network">How long an answer takes.</param>
/// <param name="ledger">Is told what became of requests.</param>
/// <param name="browser">Where requests are entered.</param>
internal sealed class CollectorStandIn(ITrafficKnowledge knowledge, NetworkRules network, TrafficLedger ledger, BrowserView browser)
{
    public async Task KeepAsync(ProxiedExchange exchange, RequestSighting sighting)
    {
        var entered = browser.Enter(sighting, isAnalytics: true);
        var answer = BrowserAnswer.Fit(entered.Transport, sighting.Headers, knowledge.AnswerTo(entered));
        await AnswerAsync(exchange, answer);
        ledger.Requests.Conclude(entered.Number, RequestFate.AnsweredHere, answer.Status);
    }

    /// <summary>
    /// What a fault on purpose makes of a request is entered. The page is answered as if nothing had happened, and nothing goes on.
    /// </summary>
    public async Task KeepFaultyAsync(ProxiedExchange exchange, RequestSighting sent, IReadOnlyList<CapturedRequest> passed)
    {
        ledger.Console.Wrote("fault", sent.FateBecause!, sent.Url);
        var entered = passed
            .Select(one => sent with { Url = one.Url, Body = one.Body, Hits = knowledge.Decode(one).Hits, Remark = sent.FateBecause })
            .Select(
                (one, place) =>
                    place == 0 ? browser.Enter(one, isAnalytics: true, sent) : ledger.Requests.EnterAnalytics(one with { IsUntold = true })
            )
            .ToList();
        if (entered.Count == 0)
        {
            browser.Drop(sent);
        }

        var answer = BrowserAnswer.Fit(sent.Transport, sent.Headers, knowledge.AnswerTo(sent.Draft()));
        await AnswerAsync(exchange, answer);
        foreach (var request in entered)
        {
            ledger.Requests.Conclude(request.Number, RequestFate.AnsweredHere, answer.Status);
        }
    }

    /// <summary>Who has hung up meanwhile, because the page was left, waits for nothing any more.</summary>
    private async Task AnswerAsync(ProxiedExchange exchange, LocalAnswer answer)
    {
        if (network.AnswerAfter > TimeSpan.Zero)
        {
            await Task.Delay(network.AnswerAfter, ledger.Timer.Time, exchange.Context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await exchange.AnswerAsync(answer);
    }
}
