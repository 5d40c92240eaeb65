using System.Globalization;
using MicroConvQA.Faults;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Matching.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Mutation;

/// <summary>Faults of a hit's parameters and items.</summary>
internal static class ParameterOperators
{
    private const string Items = CarriedHit.Items;

    public static IEnumerable<PlantedFault> Drop(MutationBench bench, MutationTarget target) =>
        [.. Each(bench, target, target.Labels, _ => "is not sent", bench.Rewriter.Remove), .. DropAllItems(bench, target)];

    public static IEnumerable<PlantedFault> Empty(MutationBench bench, MutationTarget target) =>
        Each(bench, target, Texts(target), _ => "is empty", bench.Rewriter.Empty);

    public static IEnumerable<PlantedFault> Placeholder(MutationBench bench, MutationTarget target) =>
        Changed(bench, target, Texts(target), _ => "undefined");

    public static IEnumerable<PlantedFault> Rename(MutationBench bench, MutationTarget target) =>
        Each(
            bench,
            target,
            target.Labels.Where(label => !CarriedHit.IsOfItem(label)),
            _ => "is sent under another name",
            bench.Rewriter.Rename
        );

    public static IEnumerable<PlantedFault> ChangeType(MutationBench bench, MutationTarget target) =>
        Changed(bench, target, target.Labels, value =>
            value.Type == JTokenType.String && ValueTypes.NumberIn((string)value!) is null ? "[object Object]" : Shown(value)
        );

    public static IEnumerable<PlantedFault> ChangeValue(MutationBench bench, MutationTarget target) =>
        Changed(bench, target, PlainLabels(target), OtherValue.Than);

    public static IEnumerable<PlantedFault> WrongCurrency(MutationBench bench, MutationTarget target) =>
        Changed(bench, target, target.LabelsOf(ParameterType.Currency), OtherValue.ThanCurrency);

    public static IEnumerable<PlantedFault> StaleId(MutationBench bench, MutationTarget target) =>
        Changed(bench, target, target.LabelsOf(ParameterType.Sku), OtherValue.Than);

    public static IEnumerable<PlantedFault> DropItem(MutationBench bench, MutationTarget target) =>
        target.View.Items < 2
            ? []
            :
            [
                new(
                    Items,
                    "the last item is missing",
                    bench.With(target, bench.Rewriter.RemoveItems(target, Items, target.View.Items - 1))
                ),
            ];

    public static IEnumerable<PlantedFault> SwapItems(MutationBench bench, MutationTarget target)
    {
        if (
            IdOf(target, 0) is not { } first
            || IdOf(target, 1) is not { } second
            || HitView.Text(target.View.Find(first)) == HitView.Text(target.View.Find(second))
        )
            return [];
        var (one, other) = (target.View.Find(first)!, target.View.Find(second)!);
        // Through a third id: as long as both are equal, nobody can say which of them is changed.
        var swapped = bench.Rewriter.Set(target, first, new JValue(OtherValue.Than(ValueTypes.TextOf(one)) + "0"));
        swapped = swapped is null ? null : bench.Rewriter.Set(swapped, second, one);
        swapped = swapped is null ? null : bench.Rewriter.Set(swapped, first, other);
        return [new(Items, "the first two items have each other's id", bench.With(target, swapped))];
    }

    /// <summary>The same wrong value at every destination: what the page's own code gets wrong.</summary>
    public static IEnumerable<PlantedFault> Everywhere(
        MutationBench bench,
        MutationTarget target,
        Func<MutationBench, MutationTarget, IEnumerable<string>> labels,
        Func<JToken, JToken> other
    )
    {
        var all = bench.Siblings(target).ToList();
        // Once for an expectation: at the first of its destinations.
        if (all[0] != target)
            yield break;
        foreach (var label in labels(bench, target))
        {
            var (before, wrong) = (target.View.Find(label)!, other(target.View.Find(label)!));
            List<(MutationTarget Before, CarriedHit? After)> changes =
            [
                .. all.Where(sibling => sibling.View.Find(label) is not null)
                    .Select(sibling => (sibling, bench.Rewriter.Set(sibling, label, Like(sibling.View.Find(label)!, wrong)))),
            ];
            var isWhole =
                changes.TrueForAll(change => change.After is not null)
                && changes.Select(change => change.Before.Carrier.Request.Number).Distinct().Count() == changes.Count;
            yield return new(
                label,
                $"{label} is {ConditionWords.Found(wrong)} instead of {ConditionWords.Found(before)} at every destination",
                isWhole ? bench.Replaced([.. changes.Select(change => (change.Before, change.After!))]) : null
            );
        }
    }

    public static IEnumerable<string> Amounts(MutationBench bench, MutationTarget target) => target.LabelsOf(ParameterType.Money);

    public static IEnumerable<string> Currencies(MutationBench bench, MutationTarget target) => target.LabelsOf(ParameterType.Currency);

    public static IEnumerable<string> Ids(MutationBench bench, MutationTarget target) => target.LabelsOf(ParameterType.Sku);

    private static IEnumerable<PlantedFault> Changed(
        MutationBench bench,
        MutationTarget target,
        IEnumerable<string> labels,
        Func<JToken, JToken> other
    ) =>
        labels.Select(label =>
        {
            var (before, wrong) = (target.View.Find(label)!, other(target.View.Find(label)!));
            return new PlantedFault(
                label,
                $"{label} is {ConditionWords.Found(wrong)} instead of {ConditionWords.Found(before)}",
                bench.With(target, bench.Rewriter.Set(target, label, wrong))
            );
        });

    private static IEnumerable<PlantedFault> Each(
        MutationBench bench,
        MutationTarget target,
        IEnumerable<string> labels,
        Func<string, string> what,
        Func<CarriedHit, string, CarriedHit?> change
    ) => labels.Select(label => new PlantedFault(label, $"{label} {what(label)}", bench.With(target, change(target, label))));

    private static IEnumerable<PlantedFault> DropAllItems(MutationBench bench, MutationTarget target) =>
        target.View.Items == 0 ? [] : [new(Items, "no items are sent", bench.With(target, bench.Rewriter.RemoveItems(target, Items, 0)))];

    private static IEnumerable<string> Texts(MutationTarget target) =>
        target.Labels.Where(label => target.View.Find(label)!.Type == JTokenType.String);

    /// <summary>Those of which another value is no operator of its own.</summary>
    public static IEnumerable<string> PlainLabels(CarriedHit target) =>
        target.Labels.Except(target.LabelsOf(ParameterType.Currency)).Except(target.LabelsOf(ParameterType.Sku));

    private static string? IdOf(MutationTarget target, int item) =>
        target.View.Labels.FirstOrDefault(label =>
            label.StartsWith($"{Items}[{item}].", StringComparison.Ordinal) && target.RuleOf(label)?.Type == ParameterType.Sku
        );

    /// <summary>The value in the type in which it was sent there.</summary>
    private static JToken Like(JToken sent, JToken value) => sent.Type == JTokenType.String ? new JValue(ValueTypes.TextOf(value)) : value;

    /// <summary>A number as a shop shows it.</summary>
    private static JValue Shown(JToken value) =>
        (ValueTypes.NumberOf(value) ?? ValueTypes.NumberIn(ValueTypes.TextOf(value))) is { } number
            ? new JValue(number.ToString("#,##0.00", CultureInfo.GetCultureInfo("de-DE")) + " €")
            : new JValue("[object Object]");
}
