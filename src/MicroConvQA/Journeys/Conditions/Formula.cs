namespace MicroConvQA.Journeys.Conditions;

/// <summary>An arithmetic expression over the parameters of a hit and, inside <c>sum( )</c>, over the fields of its items.</summary>
internal sealed class Formula
{
    /// <summary>The list that <c>sum( )</c> goes over.</summary>
    internal const string Items = "items";

    private readonly FormulaNode root;

    private Formula(FormulaNode root) => this.root = root;

    /// <summary>
    /// Reads <c>sum(price * quantity) - discount</c>; where it cannot, <paramref name="problem"/> says at which character and why.
    /// </summary>
    public static bool TryParse(string text, out Formula? formula, out string? problem)
    {
        var parser = new FormulaParser(text);
        var node = parser.Parse();
        problem = parser.Problem;
        formula = problem is null ? new Formula(node) : null;
        return formula is not null;
    }

    /// <summary>The parameters that it is computed from; <c>items</c> where it has a sum.</summary>
    public IEnumerable<string> Parameters => root.Parameters;

    /// <summary>The result; null where something is missing, and <paramref name="gaps"/> names it.</summary>
    /// <param name="parameter">Looks up a parameter's number by name; null = not sent as a number.</param>
    /// <param name="items">The same for the fields of each item.</param>
    /// <param name="gaps">What could not be looked up or computed.</param>
    public decimal? Evaluate(Func<string, decimal?> parameter, IReadOnlyList<Func<string, decimal?>> items, out IReadOnlyList<string> gaps)
    {
        var scope = new FormulaScope(parameter, items);
        var result = root.Evaluate(scope, parameter);
        gaps = scope.Gaps;
        return gaps.Count == 0 ? result : null;
    }
}
