using System.Text.RegularExpressions;
using MicroConvQA.Journeys.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching.Conditions;

/// <summary>Tells whether conditions hold of the parameters of hits, for one walk with its variables.</summary>
/// <param name="variables">The walk's variables.</param>
/// <param name="isReadFromPage">Whether a variable was read from the page: its words have no type, so <c>42</c> there equals a text
/// <c>42</c> in a hit.</param>
internal sealed class ConditionEvaluator(VariableValues variables, Func<string, bool> isReadFromPage)
{
    // A pattern is the author's and a value is the page's: together they must not be able to stall a run.
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, Formula> formulas = [];
    private readonly Dictionary<string, Regex> patterns = [];
    private readonly HashSet<(string Pattern, string Value)> stopped = [];

    public Truth Test(Condition condition, string name, IParameterScope scope)
    {
        var value = scope.Find(name);
        return condition switch
        {
            Absent => Told(value is null or { Type: JTokenType.Null }),
            Present => Told(ValueTypes.IsPresent(value)),
            AllOf all => Worst(all.Conditions.Select(part => Test(part, name, scope))),
            EachItem or AnyItem or NoItem or ItemCount or UniqueItems => TestItems(condition, scope.ItemsOf(name)),
            _ when value is null or { Type: JTokenType.Null } => Truth.Fails,
            _ => TestValue(condition, name, value, scope),
        };
    }

    /// <summary>Whether it can be judged at a destination: a formula over what the destination is not sent cannot.</summary>
    public bool Applies(Condition condition, IParameterScope scope) =>
        condition is not Computed computed || FormulaOf(computed).Parameters.All(scope.IsSent);

    /// <summary>What the condition compares with, resolved; null where it is unknown or there is nothing to resolve.</summary>
    public JToken? Operand(Condition condition, string name, IParameterScope scope) =>
        condition switch
        {
            EqualTo equal => variables.Resolve(equal.Value),
            Contains contains => variables.Resolve(contains.Value),
            OnPage page => variables.Find(page.Variable),
            SameAs same => Other(same, name, scope),
            Computed computed => Compute(computed, name, scope, out _) is { } number ? new JValue(number) : null,
            _ => null,
        };

    /// <summary>Why a formula has no result, in words; null where it has one.</summary>
    public string? GapOf(Computed computed, string name, IParameterScope scope) =>
        Compute(computed, name, scope, out var gaps) is null ? string.Join(" and ", gaps) : null;

    /// <summary>Why a pattern tells nothing of a value, in words; null where it tells.</summary>
    public string? StoppedBy(Matches matches, string name, IParameterScope scope) =>
        scope.Find(name) is { } value && TestPattern(matches, value) == Truth.Unknown
            ? $"the pattern was given up after {PatternLimit.TotalMilliseconds:0} ms on {ValueTypes.TextOf(value).Length} characters"
            : null;

    private Truth TestValue(Condition condition, string name, JToken value, IParameterScope scope) =>
        condition switch
        {
            EqualTo equal => Equals(equal.Value, value),
            OneOf any => Best(any.Values.Select(one => Equals(one, value))),
            Matches matches => TestPattern(matches, value),
            OfType type => Told(ParameterForms.Is(type.Type, value)),
            AtLeast least => Told(ValueTypes.NumberOf(value) >= least.Bound),
            AtMost most => Told(ValueTypes.NumberOf(value) <= most.Bound),
            Contains contains => TestContains(contains, value),
            SameAs same => Other(same, name, scope) is { } other ? Told(ValueTypes.AreEqual(other, value)) : MissingOther(same),
            Computed computed => TestComputed(computed, name, value, scope),
            OnPage page => variables.Find(page.Variable) is { } shown ? Told(EqualsPage(shown, value)) : Truth.Unknown,
            _ => throw new InvalidOperationException($"unknown condition {condition.GetType().Name}"),
        };

    private Truth Equals(JToken template, JToken value)
    {
        if (variables.Resolve(template) is not { } expected)
            return Truth.Unknown;
        var fromPage = VariableValues.WholeName(template) is { } name && isReadFromPage(name);
        return Told(fromPage ? EqualsPage(expected, value) : ValueTypes.AreEqual(expected, value));
    }

    private static bool EqualsPage(JToken shown, JToken value)
    {
        if (ValueTypes.AreEqual(shown, value))
            return true;
        return (ValueTypes.NumberOf(shown), ValueTypes.NumberOf(value)) switch
        {
            ({ } number, null) => ValueTypes.NumberIn(ValueTypes.TextOf(value)) == number,
            (null, { } number) => ValueTypes.NumberIn(ValueTypes.TextOf(shown)) == number,
            _ => ValueTypes.TextOf(shown) == ValueTypes.TextOf(value),
        };
    }

    private Truth TestContains(Contains contains, JToken value)
    {
        if (variables.Resolve(contains.Value) is not { } part)
            return Truth.Unknown;
        return Told(
            value switch
            {
                JArray list => list.Any(entry => ValueTypes.AreEqual(part, entry)),
                _ => ValueTypes.TextOf(value).Contains(ValueTypes.TextOf(part), StringComparison.Ordinal),
            }
        );
    }

    private Truth TestPattern(Matches matches, JToken value)
    {
        var text = ValueTypes.TextOf(value);
        if (stopped.Contains((matches.Pattern, text)))
            return Truth.Unknown;
        if (!patterns.TryGetValue(matches.Pattern, out var pattern))
            patterns.Add(matches.Pattern, pattern = new(matches.Pattern, RegexOptions.CultureInvariant, PatternLimit));
        try
        {
            return Told(pattern.IsMatch(text));
        }
        catch (RegexMatchTimeoutException)
        {
            stopped.Add((matches.Pattern, text));
            return Truth.Unknown;
        }
    }

    private Truth TestComputed(Computed computed, string name, JToken value, IParameterScope scope) =>
        Told(
            Compute(computed, name, scope, out _) is { } result
                && ValueTypes.NumberOf(value) is { } number
                && decimal.Round(result, 2, MidpointRounding.AwayFromZero) == decimal.Round(number, 2, MidpointRounding.AwayFromZero)
        );

    private decimal? Compute(Computed computed, string name, IParameterScope scope, out IReadOnlyList<string> gaps)
    {
        var items = scope
            .ItemsOf("items")
            .Select(item => (Func<string, decimal?>)(field => ValueTypes.NumberOf(item.Find(field))))
            .ToList();
        return FormulaOf(computed).Evaluate(parameter => ValueTypes.NumberOf(scope.Find(parameter)), items, out gaps);
    }

    private Formula FormulaOf(Computed computed)
    {
        if (!formulas.TryGetValue(computed.Formula, out var formula))
            formulas.Add(computed.Formula, formula = Parsed(computed.Formula));
        return formula;
    }

    // The reader refuses a wrong formula at its place, so that one here is our own mistake.
    private static Formula Parsed(string text) =>
        Formula.TryParse(text, out var formula, out var problem)
            ? formula!
            : throw new FormatException($"The formula '{text}' cannot be read: {problem}.");

    private static JToken? Other(SameAs same, string name, IParameterScope scope) =>
        same.Destination is null ? scope.Find(same.Parameter ?? name) : scope.FindAt(same.Destination, same.Parameter ?? name);

    // A parameter of the same hit is there or not; another destination's hit may just not have been found.
    private static Truth MissingOther(SameAs same) => same.Destination is null ? Truth.Fails : Truth.Unknown;

    private Truth TestItems(Condition condition, IReadOnlyList<IParameterScope> items) =>
        condition switch
        {
            EachItem each => items.Count == 0 ? Truth.Fails : Worst(items.Select(item => TestFields(each.Fields, item))),
            AnyItem any => Best(items.Select(item => TestFields(any.Fields, item))),
            NoItem none => Not(Best(items.Select(item => TestFields(none.Fields, item)))),
            ItemCount count => Test(count.Number, "count", new CountScope(items.Count)),
            UniqueItems unique => Told(AreUnique(items, unique.Field)),
            _ => throw new InvalidOperationException($"unknown item condition {condition.GetType().Name}"),
        };

    private Truth TestFields(IReadOnlyDictionary<string, Condition> fields, IParameterScope item) =>
        Worst(fields.Where(field => item.IsSent(field.Key)).Select(field => Test(field.Value, field.Key, item)));

    private static bool AreUnique(IReadOnlyList<IParameterScope> items, string field)
    {
        var values = items.Select(item => item.Find(field)).OfType<JToken>().Select(ValueTypes.TextOf).ToList();
        return values.Distinct().Count() == values.Count;
    }

    private static Truth Told(bool holds) => holds ? Truth.Holds : Truth.Fails;

    private static Truth Not(Truth truth) =>
        truth switch
        {
            Truth.Holds => Truth.Fails,
            Truth.Fails => Truth.Holds,
            _ => truth,
        };

    private static Truth Worst(IEnumerable<Truth> parts)
    {
        var worst = Truth.Holds;
        foreach (var part in parts)
        {
            if (part == Truth.Fails)
                return Truth.Fails;
            if (part == Truth.Unknown)
                worst = Truth.Unknown;
        }
        return worst;
    }

    private static Truth Best(IEnumerable<Truth> parts)
    {
        var best = Truth.Fails;
        foreach (var part in parts)
        {
            if (part == Truth.Holds)
                return Truth.Holds;
            if (part == Truth.Unknown)
                best = Truth.Unknown;
        }
        return best;
    }
}
