using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;

namespace MicroConvQA.Judging.Limits;

/// <summary>
/// Finds what a vendor will drop or cut of what it was sent: names, texts and numbers beyond its documented limits, and names that it
/// reserves.
/// </summary>
internal sealed class LimitAudit(CaseFile file)
{
    /// <summary>One finding for each breach of an event at a destination, however often it was sent.</summary>
    public IEnumerable<Finding> Findings() =>
        from hit in file.Match.Hits
        where hit.Attributed.Hit.Role == HitRole.Event
        from breach in hit.Known("limits", () => BreachesOf(hit).ToList())
        group hit by (Destination: hit.Destination.Name, hit.Attributed.Hit.Event, breach) into found
        select Of([.. found], found.Key.breach);

    private IEnumerable<LimitBreach> BreachesOf(LedgerHit hit) =>
        StandardDecoders.All.Find(hit.Destination.Vendor)?.Vendor is { Limits: { } limits } vendor
            ? new LimitCheck(vendor, limits).Of(hit.Attributed.Hit, DemandedOf(hit))
            : [];

    private HashSet<string> DemandedOf(LedgerHit hit) =>
        file.ConversionOf(hit) is { } conversion && conversion.At[hit.Destination.Name] is var at
            ?
            [
                .. conversion
                    .Parameters.Where(rule => rule.Required && !at.NotSent.Contains(rule.Name))
                    .Select(rule => at.ParameterPaths.GetValueOrDefault(rule.Name, rule.Name)),
            ]
            : [];

    private Finding Of(List<LedgerHit> hits, LimitBreach breach)
    {
        var conversion = file.ConversionOf(hits[0]);
        var limits = StandardDecoders.All.Find(hits[0].Destination.Vendor)!.Vendor.Limits!;
        var finding = FindingDraft.About(file, hits, FindingKind.VendorLimit);
        return finding with
        {
            Message =
                $"{conversion?.Name ?? hits[0].Attributed.Hit.Event} at {hits[0].Destination.Title}: {breach.What} {file.InStep(hits[0].StepIndex)}; {breach.Limit}.",
            Expected = breach.Limit,
            Found = $"{breach.What} in {Words.Count(hits.Count, "hit")} ({Words.Requests(finding.Requests)})",
            LikelyCause = limits.Consequence,
            NextMove = $"{breach.NextMove} The limits are documented at {limits.Source}",
            IsWarning = (conversion?.VendorLimits ?? file.Dictionary.VendorLimits) == LimitSeverity.Warning,
        };
    }
}
