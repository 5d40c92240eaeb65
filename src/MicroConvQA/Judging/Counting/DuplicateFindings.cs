using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;

namespace MicroConvQA.Judging.Counting;

/// <summary>Says what fired too often, with its senders side by side.</summary>
internal sealed class DuplicateFindings(
    CaseFile file,
    Leftovers leftovers,
    CountingRules counting,
    Explanations explanations,
    Func<ParameterCheck, ParameterDifference> difference
)
{
    /// <summary>What is one too many of an expectation, and what was taken for it though the dictionary's rule counts it once.</summary>
    public IEnumerable<Finding> Of(PairedClaim claim) =>
        [
            .. leftovers.DuplicatesOf(claim) is { Count: > 0 } more ? [Duplicate(claim, more)] : Array.Empty<Finding>(),
            .. claim
                .Hits.Select(hit => (Hit: hit, Before: counting.Repeated(hit)))
                .Where(hit => hit.Before is not null)
                .Select(hit => Repeat(claim.Claim, hit.Hit, hit.Before!)),
        ];

    /// <summary>What an expectation asks for whose conversion was counted before.</summary>
    public string NothingMore(Claim claim, LedgerHit before) =>
        $"nothing more, because '{claim.At.Event}' counts {CountingRules.WordsOf(claim.Conversion)} and was counted {file.InStep(before.StepIndex)}";

    private Finding Duplicate(PairedClaim paired, IReadOnlyList<LedgerHit> more)
    {
        var claim = paired.Claim;
        List<LedgerHit> all = [.. paired.Hits.Concat(more).OrderBy(hit => hit.Attributed.Order)];
        return FindingDraft.For(claim, FindingKind.Duplicate) with
        {
            Message = $"{ClaimWords.At(claim)}: expected {claim.Expectation.Times}, {ClaimWords.Fired(all.Count)}{Where(claim, all)}.",
            Expected = ClaimWords.Expected(claim),
            Found = ClaimWords.Described(all) + CopiesBeside(paired),
            Differences = [.. more[0].Checks(claim).Select(difference)],
            Requests = [.. all.Select(hit => hit.Request).Distinct()],
            Senders = [.. all.Select(Senders.Sender)],
            LikelyCause = Senders.OfDouble(all),
            NextMove =
                $"Remove one of the senders, or say 'times: {all.Count}' at {claim.Expectation.Place.File}:{claim.Expectation.Place.Line} "
                + "if the shop means it.",
        };
    }

    private Finding Repeat(Claim claim, LedgerHit hit, LedgerHit before) =>
        FindingDraft.For(claim, FindingKind.Duplicate) with
        {
            Message =
                $"{ClaimWords.At(claim)}: fired again {file.InStep(hit.StepIndex)}, though it counts {CountingRules.WordsOf(claim.Conversion)} "
                + $"and was counted {file.InStep(before.StepIndex)}.",
            Expected = NothingMore(claim, before),
            Found = ClaimWords.Described([before, hit]),
            Requests = [.. new[] { before.Request, hit.Request }.Distinct()],
            Senders = [Senders.Sender(before), Senders.Sender(hit)],
            LikelyCause = Senders.OfDouble([before, hit]),
            NextMove =
                $"Keep the tag from firing again, correct 'counting' of '{claim.Conversion.Name}' at "
                + $"{claim.Conversion.Place.File}:{claim.Conversion.Place.Line}, "
                + $"or say 'times: 1' at {claim.Expectation.Place.File}:{claim.Expectation.Place.Line} if it is meant here.",
        };

    private string Where(Claim claim, List<LedgerHit> hits)
    {
        var steps = hits.Select(hit => hit.Attributed.CanBelongTo(claim.StepIndex) ? claim.StepIndex : hit.StepIndex).Distinct().ToList();
        return steps.Count == 1 ? $" {file.InStep(steps[0])}" : $": {Words.List([.. steps.Select(file.InStep)])}";
    }

    private string CopiesBeside(PairedClaim claim) =>
        string.Concat(
            explanations
                .Of(claim)
                .Where(hit => hit.Explanation != HitExplanation.Batch)
                .Take(3)
                .Select(hit =>
                    $"; not counted: request {hit.Hit.Request.Number}, because {char.ToLowerInvariant(hit.Reason[0])}{hit.Reason[1..].TrimEnd('.')}"
                )
        );
}
