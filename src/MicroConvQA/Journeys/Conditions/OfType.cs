namespace MicroConvQA.Journeys.Conditions;

/// <summary>The value is of a type, as sent: a number in quotes is a text, not a number.</summary>
internal sealed record OfType(ParameterType Type) : Condition
{
    public override string ToString() => $"be a {ParameterTypes.NameOf(Type)}";
}
