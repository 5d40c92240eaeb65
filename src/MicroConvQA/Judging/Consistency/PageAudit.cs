using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Judging.Consistency;

/// <summary>
/// Holds what a hit says against what the page showed the shopper, wherever the dictionary says where that stands (<c>shown</c>). A hit
/// that agrees with what stood there before or after the step's actions is right; one of another step is not of that page.
/// </summary>
internal sealed class PageAudit(CaseFile file)
{
    private const string ItemField = "items.";
    private const string Items = "items";

    /// <param name="said">Whether a parameter of a claim is found wrong already.</param>
    public IEnumerable<((int Expectation, string Destination) Key, Finding Finding)> Findings(Func<Claim, string, bool> said) =>
        from claim in file.Match.Claims
        where claim is { Hits.Count: 1, Claim.Destination.NotCompared.Page: null } && file.IsOnlyOne(claim.Claim)
        from step in file.Recording.Steps
        where step.Index == claim.Claim.StepIndex && step.Index == claim.Hits[0].StepIndex
        from shown in step.Shown.Where(shown => shown.Conversion == claim.Claim.Conversion.Name).GroupBy(shown => shown.Parameter)
        let sent = Sent(claim, shown.Key)
        where
            sent is not null
            && IsComparable(sent, shown.Last().Value)
            && shown.All(one => !ValueTypes.AreOneFact(sent, one.Value))
            && !said(claim.Claim, shown.Key)
            && claim.Hits[0].Checks(claim.Claim).All(check => check.Truth != Truth.Fails || check.Label != LabelOf(shown.Key))
        select (claim.Claim.Key, Of(claim.Claim, claim.Hits[0], sent!, shown.Last()));

    private static JToken? Sent(PairedClaim claim, string parameter)
    {
        var parameters = claim.Hits[0].ParametersAs(claim.Claim.Conversion);
        if (!parameter.StartsWith(ItemField, StringComparison.Ordinal))
            return parameters.IsSent(parameter) ? parameters.FindAlike(parameter) : null;
        var field = parameter[ItemField.Length..];
        // Of several items nobody knows which one the page shows.
        return parameters.IsSent(Items) && parameters.ItemsOf(Items) is [var only] && only.IsSent(field) ? only.FindAlike(field) : null;
    }

    /// <summary>A text such as "from €10" is no amount, and says nothing of one.</summary>
    private static bool IsComparable(JToken sent, JToken shown) => (NumberOf(sent) is null) == (NumberOf(shown) is null);

    private static decimal? NumberOf(JToken value) => value is JValue ? ValueTypes.NumberIn(ValueTypes.TextOf(value)) : null;

    private static string LabelOf(string parameter) =>
        parameter.StartsWith(ItemField, StringComparison.Ordinal) ? $"items[0].{parameter[ItemField.Length..]}" : parameter;

    private Finding Of(Claim claim, LedgerHit hit, JToken sent, ShownValue shown)
    {
        var (found, expected, label) = (ConditionWords.Found(sent)!, ConditionWords.Found(shown.Value)!, LabelOf(shown.Parameter));
        return FindingDraft.For(claim, FindingKind.Inconsistent) with
        {
            Message =
                $"{claim.Conversion.Name} at {claim.Destination.Title}: '{label}' is {found} in request {hit.Request}, but the page showed {expected} {file.InStep(claim.StepIndex)} ({shown.Reading}).",
            Expected = $"{label} as the page showed it: {expected}, {shown.Reading} on {PathOf(shown.Page)}",
            Found = found,
            Differences = [new(label, $"be {expected}, as the page showed", found, false)],
            Requests = [hit.Request],
            LikelyCause = hit.Attributed.Push is { } push
                ? $"The data layer was told so already (request {push.Request.Number}), or it was changed on the way: the code takes it from another source than the page."
                : "The code takes it from another source than the page: before a discount, without tax, or of another variant.",
            NextMove =
                $"Compare '{label}' in request {hit.Request} with the {shown.Reading} on {PathOf(shown.Page)}; if they are meant to differ, take it out of 'shown' of "
                + $"'{claim.Conversion.Name}' at {claim.Conversion.Place.File}:{claim.Conversion.Place.Line}, or say why by 'notCompared.page' of the destination '{claim.Destination.Name}'.",
        };
    }

    private static string PathOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.AbsolutePath : url;
}
