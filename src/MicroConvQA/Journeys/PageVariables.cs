using MicroConvQA.Journeys.Conditions;

namespace MicroConvQA.Journeys;

/// <summary>Names the values that conditions read from the page, so that a walk can remember each of them.</summary>
internal static class PageVariables
{
    /// <summary>
    /// The condition with a name for each of its readings, made from where it stands; no author's variable can have such a name.
    /// </summary>
    public static Condition Name(Condition condition, string place) =>
        condition switch
        {
            OnPage onPage => onPage with { Variable = place },
            AllOf all => new AllOf([.. all.Conditions.Select((inner, index) => Name(inner, $"{place}[{index}]"))]),
            EachItem each => new EachItem(Name(each.Fields, $"{place}/each")),
            AnyItem any => new AnyItem(Name(any.Fields, $"{place}/any")),
            NoItem none => new NoItem(Name(none.Fields, $"{place}/none")),
            _ => condition,
        };

    private static Dictionary<string, Condition> Name(IReadOnlyDictionary<string, Condition> fields, string place) =>
        fields.ToDictionary(field => field.Key, field => Name(field.Value, $"{place}/{field.Key}"));
}
