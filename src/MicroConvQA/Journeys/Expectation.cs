using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Source;

namespace MicroConvQA.Journeys;

/// <summary>A conversion that a step must fire; judged at each destination.</summary>
public sealed record Expectation
{
    /// <summary>The dictionary's name of the conversion.</summary>
    public required string Conversion { get; init; }

    public CountRule Times { get; init; } = CountRule.Once;

    /// <summary>Whether the author says nothing of how often, so that the dictionary's counting rule holds.</summary>
    public bool IsCountedByRule { get; init; } = true;

    /// <summary>Destinations where it is judged, forbidden at the others; empty = everywhere the dictionary sends it.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>How soon after the step's actions it must be created; null = the configuration's limit.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>Conditions on parameters by the dictionary's parameter names; <c>items</c> holds those on the item list.</summary>
    public IReadOnlyDictionary<string, Condition> Parameters { get; init; } = new Dictionary<string, Condition>();

    /// <summary>Under which parameters a journey names a product; behind the list of items those that hold one id.</summary>
    internal static IReadOnlyList<string> ProductNames { get; } = ["items", "item_id", "product_id"];

    /// <summary>Whether it says which product is meant.</summary>
    public bool NamesProduct => Parameters.Keys.Any(ProductNames.Contains);

    public required SourcePlace Place { get; init; }
}
