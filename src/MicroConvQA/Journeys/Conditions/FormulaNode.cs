namespace MicroConvQA.Journeys.Conditions;

/// <summary>A part of a formula.</summary>
internal abstract record FormulaNode
{
    public abstract decimal Evaluate(FormulaScope scope, Func<string, decimal?> lookup);
}

internal sealed record FormulaNumber(decimal Value) : FormulaNode
{
    public override decimal Evaluate(FormulaScope scope, Func<string, decimal?> lookup) => Value;
}

internal sealed record FormulaName(string Name) : FormulaNode
{
    public override decimal Evaluate(FormulaScope scope, Func<string, decimal?> lookup) =>
        lookup(Name) ?? scope.Missed($"'{Name}' is not sent as a number");
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
}

internal sealed record FormulaOperation(char Sign, FormulaNode Left, FormulaNode Right) : FormulaNode
{
    public override decimal Evaluate(FormulaScope scope, Func<string, decimal?> lookup) =>
        Apply(Sign, Left.Evaluate(scope, lookup), Right.Evaluate(scope, lookup), scope);

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
