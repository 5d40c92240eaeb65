using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;

namespace MicroConvQA.Planning.Variants;

/// <summary>A shopper of another market: every condition on a currency demands the other one.</summary>
internal static class OtherCurrency
{
    private const string Currency = "currency";

    public static Derivation Derive(Journey journey, ConversionDictionary dictionary)
    {
        if (journey.ForVariants.Currency is not { } fact)
            return Derivation.None(
                "where the shop has another currency is not said: add 'for variants: {currency: {start: \"/?market=us\", is: USD}}'."
            );
        return Derivation.To(
            journey with
            {
                Start = fact.Start,
                Steps =
                [
                    .. journey.Steps.Select(step =>
                        step with
                        {
                            Expect = [.. step.Expect.Select(expected => Of(expected, fact.Is, fact.Except, dictionary))],
                        }
                    ),
                ],
            }
        );
    }

    private static Expectation Of(Expectation expected, string code, IReadOnlyList<string> except, ConversionDictionary dictionary)
    {
        var kept = expected with { Parameters = expected.Parameters.Where(parameter => !except.Contains(parameter.Key)).ToDictionary() };
        var edited = ConditionEdits.Changed(kept, (name, condition) =>
            name == Currency && condition is EqualTo ? new EqualTo(code) : condition
        );
        return
            edited.Parameters.ContainsKey(Currency)
            || dictionary.Find(expected.Conversion)?.Parameters.Any(parameter => parameter.Name == Currency) != true
            ? edited
            : edited with
            {
                Parameters = new Dictionary<string, Condition>(edited.Parameters) { [Currency] = new EqualTo(code) },
            };
    }
}
