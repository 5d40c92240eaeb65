using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;

namespace MicroConvQA.Judging.Consistency;

/// <summary>
/// Holds the hits of one expectation against each other: what the page pushed to its data layer must arrive everywhere as it was, and
/// without a data layer every destination must be told the same. Compared is what the dictionary maps; what is wrong by itself is said
/// elsewhere.
/// </summary>
internal sealed class ConsistencyAudit(CaseFile file)
{
    public IEnumerable<((int Expectation, string Destination) Key, Finding Finding)> Findings() =>
        file
            .Match.Claims.Where(claim => claim.Hits.Count > 0)
            .GroupBy(claim => claim.Claim.ExpectationIndex)
            .SelectMany(claims => Disagreements([.. claims]));

    private IEnumerable<((int Expectation, string Destination) Key, Finding Finding)> Disagreements(List<PairedClaim> claims) =>
        Compared(claims)
            .SelectMany(two =>
                Pairs(two.Origin, two.Claim)
                    .SelectMany(pair => Differences(pair.Origin, pair.Hit, two.Claim.Claim).Select(difference => (pair, difference)))
                    .GroupBy(found => found.difference.Label)
                    .Select(found =>
                        (
                            two.Claim.Claim.Key,
                            Of(
                                two.Origin.Claim,
                                two.Claim.Claim,
                                found.First().pair.Origin,
                                found.First().pair.Hit,
                                found.First().difference
                            )
                        )
                    )
            );

    /// <summary>Each with the data layer; what is not compared with that, with the first vendor whose word stands for the others.</summary>
    private static IEnumerable<(PairedClaim Origin, PairedClaim Claim)> Compared(List<PairedClaim> claims)
    {
        var layer = claims.Find(claim => ReadsLayer(claim) && IsHeldAgainstLayer(claim));
        var byLayer = claims.Where(claim => layer is not null && claim != layer && IsHeldAgainstLayer(claim)).ToList();
        var vendors = claims.Where(claim => !ReadsLayer(claim) && claim.Claim.Destination.NotCompared.Vendors is null).ToList();
        var first = vendors.Find(byLayer.Contains) ?? vendors.FirstOrDefault();
        return
        [
            .. byLayer.Select(claim => (layer!, claim)),
            .. vendors.Where(claim => claim != first && !byLayer.Contains(claim)).Select(claim => (first!, claim)),
        ];
    }

    private static bool ReadsLayer(PairedClaim claim) => StandardDecoders.ReadsDataLayer(claim.Claim.Destination);

    private static bool IsHeldAgainstLayer(PairedClaim claim) => claim.Claim.Destination.NotCompared.DataLayer is null;

    /// <summary>
    /// Hits of one event: by the push that led to it where that is known. Where some are lost, or where a step expects the conversion more
    /// than once, their order says nothing.
    /// </summary>
    private IEnumerable<(LedgerHit Origin, LedgerHit Hit)> Pairs(PairedClaim origin, PairedClaim claim)
    {
        foreach (var (hit, place) in claim.Hits.Select((hit, place) => (hit, place)))
        {
            var pushed = origin.Hits.FirstOrDefault(other => ReferenceEquals(other.Attributed.Hit, hit.Attributed.Push));
            if (pushed is not null)
                yield return (pushed, hit);
            else if (origin.Hits.Count == claim.Hits.Count && file.IsOnlyOne(claim.Claim))
                yield return (origin.Hits[place], hit);
        }
    }

    private static IEnumerable<Difference> Differences(LedgerHit origin, LedgerHit hit, Claim claim)
    {
        var (there, here) = (origin.ParametersAs(claim.Conversion), hit.ParametersAs(claim.Conversion));
        var differences = claim
            .Conversion.Parameters.Where(rule => there.IsSent(rule.Name) && here.IsSent(rule.Name))
            .SelectMany(rule => rule.ItemFields.Count > 0 ? InItems(rule, there, here) : InValue(rule, rule.Name, there, here))
            .ToList();
        if (differences.Count == 0)
            return [];
        var said = new[] { origin, hit }
            .SelectMany(one => one.Checks(claim))
            .Where(check => check.Truth == Truth.Fails)
            .Select(check => check.Label)
            .ToHashSet();
        return differences.Where(difference => !said.Contains(difference.Label));
    }

    private static IEnumerable<Difference> InItems(ParameterRule list, HitParameters there, HitParameters here)
    {
        var (pushed, sent) = (there.ItemsOf(list.Name), here.ItemsOf(list.Name));
        if (pushed.Count != sent.Count)
            return pushed.Count == 0 || sent.Count == 0
                ? []
                : [new(list.Name, Words.Count(pushed.Count, "item"), Words.Count(sent.Count, "item"))];
        return pushed
            .Zip(sent)
            .SelectMany(
                (pair, index) =>
                    list
                        .ItemFields.Where(field => pair.First.IsSent(field.Name) && pair.Second.IsSent(field.Name))
                        .SelectMany(field => InValue(field, $"{list.Name}[{index}].{field.Name}", pair.First, pair.Second))
            );
    }

    private static IEnumerable<Difference> InValue(ParameterRule rule, string label, IParameterScope there, IParameterScope here)
    {
        if (there.FindAlike(rule.Name) is not { } pushed || !ValueTypes.IsPresent(pushed))
            return [];
        return here.FindAlike(rule.Name) is not { } sent || !ValueTypes.IsPresent(sent) ? [new(label, ConditionWords.Found(pushed)!, null)]
            : ValueTypes.AreOneFact(pushed, sent) ? []
            : [new(label, ConditionWords.Found(pushed)!, ConditionWords.Found(sent))];
    }

    private static Finding Of(Claim origin, Claim claim, LedgerHit there, LedgerHit hit, Difference difference)
    {
        var isPush = StandardDecoders.ReadsDataLayer(origin.Destination);
        return FindingDraft.For(claim, FindingKind.Inconsistent) with
        {
            Message =
                $"{claim.Conversion.Name} at {claim.Destination.Title}: '{difference.Label}' is {difference.Sent ?? "absent"} in request {hit.Request}, "
                + $"but {difference.Pushed} at {origin.Destination.Title} (request {there.Request}).",
            Expected = $"{difference.Label} as at {origin.Destination.Title}: {difference.Pushed}",
            Found = difference.Sent ?? "absent",
            Differences = [new(difference.Label, $"be {difference.Pushed}, as at {origin.Destination.Title}", difference.Sent, false)],
            Requests = [there.Request, hit.Request],
            LikelyCause = isPush
                ? $"It was changed between the data-layer push and the request to {claim.Destination.Title}."
                : "The two tags read it from different places, or at different moments.",
            NextMove =
                $"Compare '{difference.Label}' in request {there.Request} and in request {hit.Request}, then correct the tag of {claim.Destination.Title}; "
                + $"if it is meant to differ, say why by 'notCompared.{(isPush ? "dataLayer" : "vendors")}' of the destination '{claim.Destination.Name}'.",
        };
    }

    private sealed record Difference(string Label, string Pushed, string? Sent);
}
