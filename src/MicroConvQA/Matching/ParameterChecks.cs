using MicroConvQA.Dictionary;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Matching.Conditions;

namespace MicroConvQA.Matching;

/// <summary>Holds the parameters of a hit against the dictionary's rules and the journey's own conditions.</summary>
/// <param name="evaluator">Tells whether a condition holds.</param>
/// <param name="shopper">What the shopper typed and saw, which no hit is blamed for.</param>
internal sealed class ParameterChecks(ConditionEvaluator evaluator, ShopperTexts shopper)
{
    private static readonly Present IsSent = new();
    private static readonly RealValue IsReal = new();

    /// <summary>What the dictionary demands of every hit of the conversion, and on top what the journey demands here.</summary>
    public IEnumerable<ParameterCheck> All(
        IParameterScope scope,
        IReadOnlyList<ParameterRule> rules,
        IReadOnlyDictionary<string, Condition> conditions
    )
    {
        foreach (var rule in rules.Where(rule => scope.IsSent(rule.Name)))
        {
            var condition = conditions.GetValueOrDefault(rule.Name);
            yield return Check(
                scope,
                rule.Name,
                rule.Name,
                condition is not Absent && rule.Required,
                Demands(rule, condition),
                [.. Flat(condition)],
                rule
            );
            foreach (var field in Fields(scope, rule))
                yield return field;
        }
        foreach (var own in Own(scope, conditions.Where(own => rules.All(rule => rule.Name != own.Key))))
            yield return own;
        foreach (var field in conditions.SelectMany(own => EachField(scope, own.Key, own.Value)))
            yield return field;
    }

    /// <summary>The journey's own conditions alone.</summary>
    public IEnumerable<ParameterCheck> Own(IParameterScope scope, IEnumerable<KeyValuePair<string, Condition>> conditions) =>
        conditions
            .Where(own => scope.IsSent(own.Key))
            .Select(own => Check(scope, own.Key, own.Key, false, [], [.. Flat(own.Value)]))
            .Where(check => check.Parts.Count > 0);

    private static List<Condition> Demands(ParameterRule rule, Condition? own) =>
        own is Absent ? [] : [.. rule.Type is { } type ? [new OfType(type)] : Array.Empty<Condition>(), .. Flat(rule.Condition)];

    // Conditions on each item are judged item by item and field by field, so that a message can name the very one.
    private static IEnumerable<Condition> Flat(Condition? condition) =>
        condition switch
        {
            null or EachItem => [],
            AllOf all => all.Conditions.SelectMany(Flat),
            _ => [condition],
        };

    private IEnumerable<ParameterCheck> Fields(IParameterScope scope, ParameterRule list)
    {
        foreach (var check in EachField(scope, list.Name, list.Condition))
            yield return check;
        if (list.ItemFields.Count == 0)
            yield break;
        foreach (var (item, index) in scope.ItemsOf(list.Name).Select((item, index) => (item, index)))
        {
            foreach (var rule in list.ItemFields.Where(rule => item.IsSent(rule.Name)))
                yield return Check(item, $"{list.Name}[{index}].{rule.Name}", rule.Name, rule.Required, Demands(rule, null), [], rule);
        }
    }

    private IEnumerable<ParameterCheck> EachField(IParameterScope scope, string list, Condition? condition)
    {
        if (!scope.IsSent(list))
            return [];
        var eaches =
            condition is AllOf all ? all.Conditions.OfType<EachItem>()
            : condition is EachItem one ? [one]
            : [];
        return eaches.SelectMany(each =>
            scope.ItemsOf(list) is { Count: > 0 } items
                ? items.SelectMany((item, index) => ItemFields(item, $"{list}[{index}]", each))
                : [Check(scope, list, list, true, [], [])]
        );
    }

    private IEnumerable<ParameterCheck> ItemFields(IParameterScope item, string label, EachItem each) =>
        each
            .Fields.Where(field => item.IsSent(field.Key))
            .Select(field => Check(item, $"{label}.{field.Key}", field.Key, false, [], [.. Flat(field.Value)]));

    private ParameterCheck Check(
        IParameterScope scope,
        string label,
        string name,
        bool required,
        List<Condition> rule,
        List<Condition> own,
        ParameterRule? declared = null
    )
    {
        rule.RemoveAll(condition => !evaluator.Applies(condition, scope));
        own.RemoveAll(condition => !evaluator.Applies(condition, scope));
        if (ValueTypes.IsPresent(scope.Find(name)))
        {
            List<Condition> demands =
            [
                .. rule,
                .. own,
                .. declared is not null && IsPlaceholder(scope, declared, own) ? [IsReal] : Array.Empty<Condition>(),
            ];
            return new(label, name, scope, Tested(scope, name, demands.Count == 0 && required ? [IsSent] : demands), false);
        }
        if (required)
            return new(label, name, scope, Missing([IsSent, .. rule, .. own]), true);
        // A rule on an optional parameter speaks of its value where there is one; the journey's own condition demands one.
        var parts = Tested(scope, name, own);
        return new(label, name, scope, parts, parts.Any(part => part.Truth == Truth.Fails));
    }

    /// <summary>Told only where it fails: else it would stand beside every parameter. An author who names the value means it.</summary>
    private bool IsPlaceholder(IParameterScope scope, ParameterRule rule, List<Condition> own) =>
        (rule.Type is null or ParameterType.Text or ParameterType.Sku or ParameterType.Url)
        && !own.Concat(Flat(rule.Condition)).Any(condition => condition is EqualTo or OneOf or OnPage)
        && shopper.PlaceholderIn(scope.Find(rule.Name), rule.Name, rule.Type) is not null;

    private static List<(Condition Condition, Truth Truth)> Missing(IEnumerable<Condition> conditions) =>
        [.. conditions.Select(condition => (condition, Truth.Fails))];

    private List<(Condition Condition, Truth Truth)> Tested(IParameterScope scope, string name, IEnumerable<Condition> conditions) =>
        [.. conditions.Select(condition => (condition, condition is RealValue ? Truth.Fails : evaluator.Test(condition, name, scope)))];
}
