namespace MicroConvQA.Journeys.Conditions;

/// <summary>What a formula is computed over, and what it missed there.</summary>
internal sealed class FormulaScope(Func<string, decimal?> parameter, IReadOnlyList<Func<string, decimal?>> items)
{
    private readonly List<string> gaps = [];

    public IReadOnlyList<string> Gaps => gaps;

    public IEnumerable<Func<string, decimal?>> Items =>
        items.Select(item => (Func<string, decimal?>)(name => item(name) ?? parameter(name)));

    public decimal Missed(string gap)
    {
        if (!gaps.Contains(gap))
            gaps.Add(gap);
        return 0;
    }
}
