using MicroConvQA.Browser.Capture;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Settling;

/// <summary>
/// Waits after a step's actions for the first sign of each conversion that the step must fire. It does not judge: what does not come is
/// found missing later, by the whole walk's hits. It never moves the page's clock, so that only real time passes while it waits.
/// </summary>
internal sealed class StepWaiter(TrafficLedger ledger)
{
    /// <summary>Claims are asked on threads of their own, and what they evaluate conditions with is shared and remembers.</summary>
    private readonly Lock _asking = new();

    /// <summary>Waits for the step in progress.</summary>
    /// <returns>The conversions that showed no sign in time.</returns>
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
        return [.. awaited.Where((_, index) => !shown[index])];
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
        var bySign = conversion.Signs.Select(sign => hits.Where(sign.Is).ToList()).ToList();
        var known = bySign.Max(found => found.Count(hit => hit.Request.StepIndex < step));
        return bySign.Any(found => OfThisStep(found, known, step) >= conversion.Times);
    }

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
