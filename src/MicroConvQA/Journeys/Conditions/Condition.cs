namespace MicroConvQA.Journeys.Conditions;

/// <summary>What must hold of one parameter's value. Values may hold <c>$variables</c>, resolved when the walk is judged.</summary>
public abstract record Condition
{
    /// <summary>The condition in words, after "must": <c>be 'EUR'</c>, <c>be at least 1</c>.</summary>
    public abstract override string ToString();
}
