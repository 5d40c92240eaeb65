using FluentAssertions;
using MicroConvQA.Journeys.Conditions;
using NUnit.Framework;

namespace MicroConvQA.Specs.Matching;

internal sealed class FormulaSpecs
{
    private static readonly Dictionary<string, decimal> Parameters = new() { ["discount"] = 5, ["shipping"] = 4.9m };

    private static readonly Dictionary<string, decimal>[] Items =
    [
        new() { ["price"] = 10, ["quantity"] = 2 },
        new() { ["price"] = 2.5m, ["quantity"] = 1 },
    ];

    [TestCase("1 + 2 * 3", 7)]
    [TestCase("(1 + 2) * 3", 9)]
    [TestCase("10 - 4 - 3", 3)]
    [TestCase("8 / 4 / 2", 1)]
    [TestCase("-2 * -3", 6)]
    [TestCase("sum(price * quantity)", 22.5)]
    [TestCase("sum(price × quantity) − discount + shipping", 22.4)]
    [TestCase("sum((price - 1) * quantity)", 19.5)]
    [TestCase("sum(quantity * discount)", 15)]
    public void It_computes(string text, decimal expected) => Evaluate(text, out _).Should().Be(expected);

    [TestCase("sum(price * weight)", "'weight' is not sent as a number")]
    [TestCase("coupon + 1", "'coupon' is not sent as a number")]
    [TestCase("1 / (2 - 2)", "it divides by zero")]
    [TestCase("79228162514264337593543950335 * 2", "the numbers are too large")]
    public void What_it_misses_is_named(string text, string gap)
    {
        Evaluate(text, out var gaps).Should().BeNull();
        gaps.Should().Equal(gap);
    }

    [TestCase("", "a number or a parameter's name was expected at the end (character 1)")]
    [TestCase("1 +", "a number or a parameter's name was expected at the end (character 4)")]
    [TestCase("(1 + 2", "a closing bracket is missing (character 7)")]
    [TestCase("1 ? 2", "'?' was not expected (character 3)")]
    [TestCase("1.2.3", "'1.2.3' is not a number (character 6)")]
    [TestCase("sum(sum(price))", "a sum cannot stand inside a sum (character 8)")]
    public void What_is_wrong_is_said_with_its_place(string text, string problem)
    {
        Formula.TryParse(text, out var formula, out var found).Should().BeFalse();
        formula.Should().BeNull();
        found.Should().Be(problem);
    }

    [Test]
    public void Deep_nesting_is_refused()
    {
        Formula.TryParse(new string('(', 100_000), out _, out var problem).Should().BeFalse();
        problem.Should().Be("it is nested too deeply (character 34)");
    }

    private static decimal? Evaluate(string text, out IReadOnlyList<string> gaps)
    {
        Formula.TryParse(text, out var formula, out _).Should().BeTrue();
        var items = Items.Select(item => (Func<string, decimal?>)(name => item.TryGetValue(name, out var value) ? value : null)).ToList();
        return formula!.Evaluate(name => Parameters.TryGetValue(name, out var value) ? value : null, items, out gaps);
    }
}
