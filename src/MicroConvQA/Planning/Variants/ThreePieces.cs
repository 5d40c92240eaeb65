using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Planning.Variants;

/// <summary>A shopper who takes three: quantities are three, and the value is that of three.</summary>
internal static class ThreePieces
{
    private const int Three = 3;
    private const string Quantity = "quantity";
    private const string Price = "price";
    private const string Value = "value";
    private const string Items = "items";

    public static Derivation Derive(Journey journey, ConversionDictionary dictionary)
    {
        if (journey.ForVariants.Quantity is not { } fact)
            return Derivation.None(
                "how the shopper takes three is not said: add 'for variants: {quantity: {step: put-it-into-the-cart, do: [{select: {Quantity: \"3\"}}]}}'."
            );
        var from = StepEdits.PlaceOf(journey, fact.Step);
        if (from < 0)
            return Derivation.NoSuchStep(journey, "quantity", fact.Step);
        var priced = journey
            .Steps.Take(from + 1)
            .SelectMany(step => step.Do)
            .OfType<Remember>()
            .SelectMany(remember => remember.Readings.Keys)
            .ToHashSet();
        return Derivation.To(
            journey with
            {
                Steps =
                [
                    .. journey.Steps.Select(
                        (step, index) => index < from ? step : Of(step, index == from ? fact.Do : [], priced, dictionary)
                    ),
                ],
            }
        );
    }

    private static Step Of(Step step, IReadOnlyList<StepAction> taking, HashSet<string> priced, ConversionDictionary dictionary) =>
        step with
        {
            Do = taking.Count == 0 ? step.Do : Before(step.Do, taking),
            Expect = [.. step.Expect.Select(expected => Of(expected, priced, dictionary))],
        };

    /// <summary>A step without a click of its own takes three at last.</summary>
    private static IReadOnlyList<StepAction> Before(IReadOnlyList<StepAction> actions, IReadOnlyList<StepAction> taking)
    {
        var edited = StepEdits.LastReplaced(actions, action => action is Click or Tap, click => [.. taking, click]);
        return ReferenceEquals(edited, actions) ? [.. actions, .. taking] : edited;
    }

    /// <summary>What was read of the page before three were taken is the price of one; what is read later says three by itself.</summary>
    private static Expectation Of(Expectation expected, HashSet<string> priced, ConversionDictionary dictionary)
    {
        var fields = dictionary.Find(expected.Conversion)?.Parameters.FirstOrDefault(parameter => parameter.Name == Items)?.ItemFields
            ?? [];
        var edited = ConditionEdits.Changed(expected, (name, condition) =>
            name == Quantity && condition is EqualTo ? new EqualTo(Three) : condition
        );
        if (!fields.Any(field => field.Name == Quantity))
            return edited;
        var parameters = new Dictionary<string, Condition>(edited.Parameters);
        var three = new EachItem(new Dictionary<string, Condition> { [Quantity] = new EqualTo(Three) });
        parameters[Items] = parameters.TryGetValue(Items, out var already) ? new AllOf([already, three]) : three;
        if (
            fields.Any(field => field.Name == Price)
            && parameters.GetValueOrDefault(Value) is EqualTo { Value: var value }
            && IsOfOne(value, priced)
        )
            parameters[Value] = new Computed("sum(price * quantity)");
        return edited with { Parameters = parameters };
    }

    private static bool IsOfOne(JToken value, HashSet<string> priced) =>
        value.Type is JTokenType.Integer or JTokenType.Float
        || (value.Type == JTokenType.String && VariableText.NamesIn((string)value!).ToList() is [var name] && priced.Contains(name));
}
