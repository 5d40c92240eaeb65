namespace MicroConvQA.Journeys.Conditions;

/// <summary>A part of a formula.</summary>
internal abstract record FormulaNode
{
    public abstract decimal Evaluate(FormulaScope scope, Func<string, decimal?> lookup);

    /// <summary>The parameters of the hit that it needs.</summary>
    public abstract IEnumerable<string> Parameters { get; }
}

internal sealed record FormulaNumber(decimal Value) : FormulaNode
{
    public override decimal Evaluate(FormulaScope scope, Func<string, decimal?> lookup) => Value;

    public override IEnumerable<string> Parameters => [];
}

internal sealed record FormulaName(string Name) : FormulaNode
{
    public override decimal Evaluate(FormulaScope scope, Func<string, decimal?> lookup) =>
        lookup(Name) ?? scope.Missed($"'{Name}' is not sent as a number");

    public override IEnumerable<string> Parameters => [Name];
}

internal sealed record FormulaSum(FormulaNode Term) : FormulaNode
{
    public override decimal Evaluate(FormulaScope scope, Func<string, decimal?> lookup)
    {
        var sum = 0m;
        foreach (var item in scope.Items)
            sum = FormulaOperation.Apply('+', sum, Term.Evaluate(scope, item), scope);
        return sum;
    }

    /// <summary>Names within a sum are fields of its items first.</summary>
    public override IEnumerable<string> Parameters => [Formula.Items];
}

internal sealed record FormulaOperation(char Sign, FormulaNode Left, FormulaNode Right) : FormulaNode
{
    public override decimal Evaluate(FormulaScope scope, Func<string, decimal?> lookup) =>
        Apply(Sign, Left.Evaluate(scope, lookup), Right.Evaluate(scope, lookup), scope);

    public override IEnumerable<string> Parameters => Left.Parameters.Concat(Right.Parameters);

    public static decimal Apply(char sign, decimal left, decimal right, FormulaScope scope)
    {
        try
        {
            return sign switch
            {
                '+' => left + right,
                '-' => left - right,
                '*' => left * right,
                '/' => right == 0 ? scope.Missed("it divides by zero") : left / right,
                _ => throw new InvalidOperationException($"unknown operation '{sign}'"),
            };
        }
        catch (OverflowException)
        {
            return scope.Missed("the numbers are too large");
        }
    }
}
