using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Journeys;

/// <summary>An expectation as it was written, before the dictionary is asked what it means.</summary>
internal sealed record ExpectationDraft
{
    public required SourceScalar Conversion { get; init; }

    /// <summary>Null = the author says nothing of it.</summary>
    public CountRule? Times { get; init; }

    public IReadOnlyList<SourceScalar> Only { get; init; } = [];

    public TimeSpan? Within { get; init; }

    /// <summary>Conditions whose keys are parameters unless they are misspelt words.</summary>
    public IReadOnlyList<MapEntry<Condition>> Parameters { get; init; } = [];

    /// <summary>Conditions under <c>with</c>, whose keys are parameters whatever they are called.</summary>
    public IReadOnlyList<MapEntry<Condition>> With { get; init; } = [];

    /// <summary>What the only item must be; null = nothing is said.</summary>
    public ItemWish? Item { get; init; }

    public Condition? Items { get; init; }

    /// <summary>Where the item is described; the expectation's own place where it is not.</summary>
    public required SourcePlace ItemPlace { get; init; }

    /// <summary>Where conditions on the list of items stand; the expectation's own place where there are none.</summary>
    public required SourcePlace ItemsPlace { get; init; }
}

/// <summary>What <c>item:</c> asks of the only item: its id, or conditions on its fields.</summary>
internal sealed record ItemWish(Condition? Id, IReadOnlyDictionary<string, Condition> Fields)
{
    /// <summary>The condition on the list of items.</summary>
    /// <param name="idField">The name of the field that holds an item's id.</param>
    public IReadOnlyList<Condition> On(string idField) =>
        [new ItemCount(new EqualTo(1)), new EachItem(Id is null ? Fields : new Dictionary<string, Condition> { [idField] = Id })];
}
