using System.Text.RegularExpressions;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Judging.Causes;

/// <summary>Guesses from a hit and the push that caused it why a parameter is missing or wrong.</summary>
internal sealed partial class ParameterCause(CaseFile file)
{
    /// <summary>The likely cause and what to do about it; the cause is null where nothing points to one.</summary>
    public (string? Cause, string NextMove) Of(ParameterCheck check, LedgerHit hit, Claim claim)
    {
        var cause = check.IsMissing ? OtherName(check, hit) : file.Shopper.PlaceholderIn(check.Value, check.Name) ?? Spelling(check);
        var push = FromPush(check, hit, claim);
        return (cause, push) switch
        {
            ({ } own, { } before) => ($"{own} {before}", NextMove(check, hit, claim)),
            _ => (cause ?? push, NextMove(check, hit, claim)),
        };
    }

    private static string? OtherName(ParameterCheck check, LedgerHit hit)
    {
        var leaves = hit.Attributed.Hit.Parameters.Descendants().OfType<JProperty>().Where(property => property.Value is JValue).Take(500);
        var near = leaves.FirstOrDefault(property => property.Name != check.Name && Bare(property.Name) == Bare(check.Name));
        if (near is not null)
            return $"It stands under another name: '{near.Path}' is {ConditionWords.Found(near.Value)}.";
        return check.Scope.Find(check.Name) is null && check.Scope.FindAlike(check.Name) is { } alike
            ? $"It stands under another name: the hit has {ConditionWords.Found(alike)}, but {hit.Destination.Title} documents '{check.Name}'."
            : null;
    }

    private static string? Spelling(ParameterCheck check)
    {
        if (check.Value is not { Type: JTokenType.String } value)
            return null;
        var text = (string)value!;
        var wantsNumber = check.Parts.Any(part => part.Truth == Truth.Fails && WantsNumber(part.Condition));
        if (wantsNumber && ValueTypes.NumberIn(text) is not null)
            return "The number was sent as a text.";
        if (wantsNumber && FormattedNumber().IsMatch(text))
            return "The number was sent as it is shown to the shopper, not as a number.";
        return
            check.Parts.Any(part => part.Condition is OfType { Type: ParameterType.Currency })
            && CurrencyCodes.Contains(text.ToUpperInvariant())
            && !CurrencyCodes.Contains(text)
            ? "The currency code was sent in small letters."
            : null;
    }

    private string? FromPush(ParameterCheck check, LedgerHit hit, Claim claim)
    {
        // Item fields are compared through the whole list only: their places need not agree.
        if (
            hit.Attributed.Push is not { } push
            || check.Label != check.Name
            || file.Events.DestinationOf(push) is not { } layer
            || !claim.Conversion.At.TryGetValue(layer.Name, out var at)
        )
            return null;
        var pushed = new HitParameters(push, at, (_, _) => null).Find(check.Name);
        return (pushed, check.Value) switch
        {
            (null, null) => $"The data-layer push that caused it (request {push.Request.Number}) does not have it either.",
            (null, _) => null,
            (_, null) => $"The data-layer push that caused it (request {push.Request.Number}) has it: {ConditionWords.Found(pushed)}; "
                + $"it was lost on the way to {claim.Destination.Title}.",
            _ when ValueTypes.AreEqual(pushed, check.Value) =>
                $"The data-layer push that caused it (request {push.Request.Number}) holds the same value, so the page's code is the source.",
            _ => $"The data-layer push that caused it (request {push.Request.Number}) holds {ConditionWords.Found(pushed)}: "
                + $"it was changed on the way to {claim.Destination.Title}.",
        };
    }

    private static string NextMove(ParameterCheck check, LedgerHit hit, Claim claim) =>
        hit.Attributed.Push is { } push
            ? $"Compare '{check.Label}' in the push (request {push.Request.Number}) and in request {hit.Request}, then correct the page's code or the tag of {claim.Destination.Title}."
            : $"Look at '{check.Label}' in request {hit.Request}, then correct the code or the tag that fills it for {claim.Destination.Title}.";

    private static bool WantsNumber(Condition condition) =>
        condition switch
        {
            OfType { Type: ParameterType.Number or ParameterType.Integer or ParameterType.Money } or AtLeast or AtMost or Computed => true,
            EqualTo equal => ValueTypes.NumberOf(equal.Value) is not null,
            _ => false,
        };

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"^\D{0,4}\d{1,3}([.,' ]?\d{3})*([.,]\d+)?\D{0,4}$")]
    private static partial Regex FormattedNumber();
}
