using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys;

/// <summary>One combination of a journey's <c>for each</c>: variable names with this row's values.</summary>
public sealed record MatrixRow(IReadOnlyDictionary<string, JToken> Values)
{
    /// <summary>The row as reports show it: <c>product=LAMP-ARC-01, market=us</c>.</summary>
    public override string ToString() => string.Join(", ", Values.Select(pair => $"{pair.Key}={pair.Value}"));
}
