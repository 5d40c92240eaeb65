using MicroConvQA.Journeys.Conditions;

namespace MicroConvQA.Journeys;

/// <summary>What <c>item:</c> asks of the only item: its id, or conditions on its fields.</summary>
internal sealed record ItemWish(Condition? Id, IReadOnlyDictionary<string, Condition> Fields)
{
    /// <summary>The condition on the list of items.</summary>
    /// <param name="idField">The name of the field that holds an item's id.</param>
    public IReadOnlyList<Condition> On(string idField) =>
        [new ItemCount(new EqualTo(1)), new EachItem(Id is null ? Fields : new Dictionary<string, Condition> { [idField] = Id })];
}
