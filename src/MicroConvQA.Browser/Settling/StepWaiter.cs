using MicroConvQA.Browser.Capture;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Settling;

/// <summary>
/// Waits after a step's actions for the signs of each conversion that the step must fire: before the next action, which could cause them,
/// every vendor that sends at once must have been sent it. It does not judge: what does not come is found missing later, by the whole
/// walk's hits. It never moves the page's clock, so that only real time passes while it waits.
/// </summary>
internal sealed class StepWaiter(TrafficLedger ledger)
{
    /// <summary>Claims are asked on threads of their own, and what they evaluate conditions with is shared and remembers.</summary>
    private readonly Lock _asking = new();

    /// <summary>Waits for the step in progress.</summary>
    /// <returns>The conversions that did not show in time, each with the signs of vendors that send at once which were waited for in
    /// vain.</returns>
    public async Task<IReadOnlyList<AwaitedConversion>> WaitAsync(
        IReadOnlyList<AwaitedConversion> awaited,
        CancellationToken cancellationToken
    )
    {
        var step = ledger.Steps.Current;
        var shown = await Task.WhenAll(
            awaited.Select(conversion =>
                ledger.Requests.WaitUntilAsync(hits => Ask(conversion, hits, step), conversion.Within, cancellationToken)
            )
        );
        var hits = ledger.Requests.Hits;
        return
        [
            .. awaited
                .Where((_, index) => !shown[index])
                .Select(conversion =>
                    conversion with
                    {
                        Signs = [.. AtOnce(conversion).Where(sign => !HasShownAtOnce(sign, conversion, hits, step))],
                    }
                ),
        ];
    }

    private bool Ask(AwaitedConversion conversion, IReadOnlyList<Hit> hits, int step)
    {
        lock (_asking)
            return HasShown(conversion, hits, step);
    }

    private static bool HasShown(AwaitedConversion conversion, IReadOnlyList<Hit> hits, int step)
    {
        if (conversion.Times == 0 || conversion.Signs.Count == 0)
            return true;
        if (
            conversion.IsMetBy is { } isMetBy
            && conversion.Signs.Any(sign => hits.Any(hit => hit.Request.StepIndex < step && sign.Is(hit) && isMetBy(sign, hit)))
        )
            return true;
        if (AtOnce(conversion) is { Count: > 0 } needed)
            return needed.All(sign => HasShownAtOnce(sign, conversion, hits, step));
        var bySign = conversion.Signs.Select(sign => hits.Where(sign.Is).ToList()).ToList();
        var known = bySign.Max(found => found.Count(hit => hit.Request.StepIndex < step));
        return bySign.Any(found => OfThisStep(found, known, step) >= conversion.Times);
    }

    /// <summary>Those that must show, where there are any.</summary>
    private static IReadOnlyList<AwaitedEvent> AtOnce(AwaitedConversion conversion) =>
        [.. conversion.Signs.Where(sign => sign.IsSentAtOnce)];

    private static bool HasShownAtOnce(AwaitedEvent sign, AwaitedConversion conversion, IReadOnlyList<Hit> hits, int step) =>
        hits.Count(hit => hit.Request.StepIndex >= step && sign.Is(hit)) >= conversion.Times;

    /// <summary>
    /// A push is of the step in which it was seen. A hit may be a batch's, late from an earlier step: as many are taken for late ones as
    /// another destination, or the data layer, already showed before this step.
    /// </summary>
    private static int OfThisStep(List<Hit> found, int known, int step)
    {
        var pushes = found.Count(hit => hit.Request.Transport == Transport.DataLayer && hit.Request.StepIndex == step);
        return Math.Max(pushes, found.Count - known);
    }
}
