using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Matching.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching;

/// <summary>One parameter, or one field of one item, held against everything that must hold of it.</summary>
/// <param name="Label">What messages call it: <c>currency</c>, <c>items[0].price</c>.</param>
/// <param name="Name">Its name in <paramref name="Scope"/>.</param>
/// <param name="Scope">The hit's parameters or the item's fields.</param>
/// <param name="Parts">Each condition with whether it holds.</param>
/// <param name="IsMissing">Whether it is wrong because it was not sent.</param>
internal sealed record ParameterCheck(
    string Label,
    string Name,
    IParameterScope Scope,
    IReadOnlyList<(Condition Condition, Truth Truth)> Parts,
    bool IsMissing
)
{
    public Truth Truth { get; } =
        Parts.Any(part => part.Truth == Truth.Fails) ? Truth.Fails
        : Parts.Any(part => part.Truth == Truth.Unknown) ? Truth.Unknown
        : Truth.Holds;

    /// <summary>The value as sent; null = absent.</summary>
    public JToken? Value => Scope.Find(Name);
}
