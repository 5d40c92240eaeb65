using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;

namespace MicroConvQA.Planning.Variants;

/// <summary>Finds the step of a journey that orders: it expects a conversion that has a <c>transaction_id</c>.</summary>
internal static class Orders
{
    private const string Id = "transaction_id";

    public const string Missing = "no step of it expects an order, which is a conversion with the parameter 'transaction_id'.";

    /// <summary>The place of the last step that orders; -1 = none does.</summary>
    public static int StepIn(Journey journey, ConversionDictionary dictionary) =>
        journey.Steps.ToList().FindLastIndex(step => step.Expect.Any(expected => IsOrder(expected.Conversion, dictionary)));

    public static bool IsOrder(string conversion, ConversionDictionary dictionary) =>
        dictionary.Find(conversion)?.Parameters.Any(parameter => parameter.Name == Id) == true;

    public static IReadOnlyList<string> In(ConversionDictionary dictionary) =>
        [.. dictionary.Conversions.Select(conversion => conversion.Name).Where(name => IsOrder(name, dictionary))];

    public static IReadOnlyList<string> OthersIn(ConversionDictionary dictionary) =>
        [.. dictionary.Conversions.Select(conversion => conversion.Name).Except(In(dictionary))];
}
