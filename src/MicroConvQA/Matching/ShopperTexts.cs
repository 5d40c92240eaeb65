using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Matching.Conditions;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching;

/// <summary>What the shopper typed or chose, and what the page showed, as far as a walk knows it: a hit may say the same.</summary>
internal sealed class ShopperTexts
{
    private readonly HashSet<string> texts;
    private readonly IReadOnlyList<string> addresses;

    public ShopperTexts(Journey journey, JourneyRecording recording)
    {
        var variables = new VariableValues(recording.Variables);
        texts =
        [
            .. journey.Steps.SelectMany(step => step.Do).SelectMany(Typed).Select(text => Resolved(text, variables)),
            .. recording.Variables.Values.Where(value => value is JValue { Type: not JTokenType.Null }).Select(ValueTypes.TextOf),
            .. recording.Steps.SelectMany(step => step.Shown).Select(shown => ValueTypes.TextOf(shown.Value)),
        ];
        addresses = [.. recording.Visits.Select(visit => Uri.UnescapeDataString(visit.Url))];
    }

    private ShopperTexts() => (texts, addresses) = ([], []);

    /// <summary>Nothing is known of a shopper.</summary>
    public static ShopperTexts None { get; } = new();

    /// <summary>Why a value is none, or one of a list, of those that the shopper never met; null = it is a value.</summary>
    /// <param name="value">The value as sent.</param>
    /// <param name="name">Its parameter's or field's name.</param>
    /// <param name="type">What the dictionary says it is; null = nothing.</param>
    public string? PlaceholderIn(JToken? value, string name, ParameterType? type = null)
    {
        var isId = type == ParameterType.Sku || (type != ParameterType.Url && Placeholder.IsId(name));
        return Values(value).Select(one => Hold(one) ? null : Placeholder.CauseOf(one, isId)).FirstOrDefault(cause => cause is not null);
    }

    /// <summary>An id may stand in the address of a page; a word there, as in <c>?coupon=null</c>, is the same fault.</summary>
    private bool Hold(JToken value) =>
        value.Type == JTokenType.String
        && (string)value! is var text
        && (
            texts.Contains(text)
            || (!Placeholder.IsWord(text) && addresses.Any(address => address.Contains(text, StringComparison.Ordinal)))
        );

    private static IEnumerable<JToken> Values(JToken? value) =>
        value switch
        {
            JArray list => list.OfType<JValue>(),
            JValue => [value],
            _ => [],
        };

    private static IEnumerable<string> Typed(StepAction action) =>
        action switch
        {
            Fill fill => [fill.Value],
            SelectOption select => [select.Option],
            OnDevice some => some.Actions.SelectMany(Typed),
            _ => [],
        };

    private static string Resolved(string text, VariableValues variables) =>
        variables.Resolve(text) is { } value ? ValueTypes.TextOf(value) : text;
}
