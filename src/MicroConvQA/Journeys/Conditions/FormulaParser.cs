using System.Globalization;

namespace MicroConvQA.Journeys.Conditions;

/// <summary>Reads a formula by recursive descent: sums of products of numbers, names, brackets and <c>sum( )</c>.</summary>
internal sealed class FormulaParser(string text)
{
    private const int DeepestNesting = 32;

    private int position;
    private int depth;
    private bool insideSum;

    /// <summary>The first thing wrong, in words; null = nothing.</summary>
    public string? Problem { get; private set; }

    public FormulaNode Parse()
    {
        var node = Sum();
        if (Next() is { } rest)
            Wrong($"'{rest}' was not expected");
        return node;
    }

    private FormulaNode Sum()
    {
        var left = Product();
        while (Take('+', '-') is { } sign)
            left = new FormulaOperation(sign, left, Product());
        return left;
    }

    private FormulaNode Product()
    {
        var left = Operand();
        while (Take('*', '/') is { } sign)
            left = new FormulaOperation(sign, left, Operand());
        return left;
    }

    private FormulaNode Operand() =>
        Next() switch
        {
            null => Wrong("a number or a parameter's name was expected at the end"),
            '(' => Bracket(),
            '-' => Negative(),
            { } digit when char.IsAsciiDigit(digit) => Number(),
            { } letter when IsNameStart(letter) => NameOrSum(),
            { } other => Wrong($"'{other}' was not expected"),
        };

    private FormulaOperation Negative()
    {
        position++;
        return new FormulaOperation('-', new FormulaNumber(0), Deeper(Operand));
    }

    private FormulaNode Bracket()
    {
        position++;
        var inner = Deeper(Sum);
        return Take(')') is null ? Wrong("a closing bracket is missing") : inner;
    }

    private FormulaNumber Number()
    {
        var digits = TakeWhile(character => char.IsAsciiDigit(character) || character == '.');
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new FormulaNumber(number)
            : Wrong($"'{digits}' is not a number");
    }

    private FormulaNode NameOrSum()
    {
        var name = TakeWhile(character => IsNameStart(character) || char.IsAsciiDigit(character) || character == '.');
        return name == "sum" && Next() == '(' ? SumOverItems() : new FormulaName(name);
    }

    private FormulaNode SumOverItems()
    {
        if (insideSum)
            return Wrong("a sum cannot stand inside a sum");
        insideSum = true;
        var term = Bracket();
        insideSum = false;
        return new FormulaSum(term);
    }

    private FormulaNode Deeper(Func<FormulaNode> part)
    {
        if (++depth > DeepestNesting)
            return Wrong("it is nested too deeply");
        var node = part();
        depth--;
        return node;
    }

    private char? Take(params ReadOnlySpan<char> signs)
    {
        if (Next() is not { } sign || !signs.Contains(sign))
            return null;
        position++;
        return sign;
    }

    private string TakeWhile(Func<char, bool> belongs)
    {
        var start = position;
        while (position < text.Length && belongs(text[position]))
            position++;
        return text[start..position];
    }

    private char? Next()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
        return position < text.Length ? Plain(text[position]) : null;
    }

    // The typographic signs are what people paste from a specification.
    private static char Plain(char sign) =>
        sign switch
        {
            '×' or '·' => '*',
            '÷' => '/',
            '−' or '–' => '-',
            _ => sign,
        };

    private static bool IsNameStart(char character) => char.IsLetter(character) || character == '_';

    private FormulaNumber Wrong(string problem)
    {
        Problem ??= $"{problem} (character {position + 1})";
        position = text.Length;
        return new FormulaNumber(0);
    }
}
