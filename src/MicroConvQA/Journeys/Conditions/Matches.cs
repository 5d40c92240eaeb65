namespace MicroConvQA.Journeys.Conditions;

/// <summary>The value as text matches a regular expression (.NET syntax, somewhere in the text unless anchored).</summary>
internal sealed record Matches(string Pattern) : Condition
{
    public override string ToString() => $"match /{Pattern}/";
}
