using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Browser.Walking;

/// <summary>The values that an expectation wants from the page, by the variable that keeps each.</summary>
internal static class PageReadings
{
    public static IReadOnlyDictionary<string, PageReading> Of(Expectation expectation) =>
        expectation.Parameters.Values.SelectMany(Within).ToDictionary(found => found.Variable, found => found.Reading);

    private static IEnumerable<OnPage> Within(Condition condition) =>
        condition switch
        {
            OnPage reading => [reading],
            AllOf all => all.Conditions.SelectMany(Within),
            EachItem each => each.Fields.Values.SelectMany(Within),
            AnyItem any => any.Fields.Values.SelectMany(Within),
            NoItem none => none.Fields.Values.SelectMany(Within),
            ItemCount count => Within(count.Number),
            EqualTo
            or OneOf
            or Matches
            or OfType
            or AtLeast
            or AtMost
            or Contains
            or Absent
            or Present
            or UniqueItems
            or SameAs
            or Computed => [],
            _ => throw new InvalidOperationException($"unknown condition {condition.GetType().Name}"),
        };
}
