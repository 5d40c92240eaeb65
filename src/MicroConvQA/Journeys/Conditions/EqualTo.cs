using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys.Conditions;

/// <summary>The value equals another; numbers by value, texts letter for letter.</summary>
internal sealed record EqualTo(JToken Value) : Condition
{
    public override string ToString() => $"be {ValueText.Of(Value)}";
}
