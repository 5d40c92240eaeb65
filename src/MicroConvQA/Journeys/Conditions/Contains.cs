using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys.Conditions;

/// <summary>A text contains another, or a list contains an equal entry.</summary>
internal sealed record Contains(JToken Value) : Condition
{
    public override string ToString() => $"contain {ValueText.Of(Value)}";
}
