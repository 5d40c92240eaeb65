using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;

namespace MicroConvQA.Planning.Variants;

/// <summary>Changes the conditions of an expectation, also those on the fields of items.</summary>
internal static class ConditionEdits
{
    /// <summary>The expectation with each condition changed, by the name of the parameter or field that it is on.</summary>
    public static Expectation Changed(Expectation expectation, Func<string, Condition, Condition> change) =>
        expectation with
        {
            Parameters = Changed(expectation.Parameters, change),
        };

    private static Dictionary<string, Condition> Changed(
        IReadOnlyDictionary<string, Condition> conditions,
        Func<string, Condition, Condition> change
    ) => conditions.ToDictionary(condition => condition.Key, condition => Changed(condition.Key, condition.Value, change));

    private static Condition Changed(string name, Condition condition, Func<string, Condition, Condition> change) =>
        condition switch
        {
            AllOf all => new AllOf([.. all.Conditions.Select(one => Changed(name, one, change))]),
            EachItem each => new EachItem(Changed(each.Fields, change)),
            AnyItem any => new AnyItem(Changed(any.Fields, change)),
            _ => change(name, condition),
        };
}
