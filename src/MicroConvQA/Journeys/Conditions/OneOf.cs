using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys.Conditions;

/// <summary>The value equals one of several.</summary>
internal sealed record OneOf(IReadOnlyList<JToken> Values) : Condition
{
    public override string ToString() => $"be one of {string.Join(", ", Values.Select(ValueText.Of))}";
}
