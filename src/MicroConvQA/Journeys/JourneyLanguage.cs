using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys;

/// <summary>The words of the checklist language, so that specs can demand one each.</summary>
internal static class JourneyLanguage
{
    /// <summary>Everything that a shopper can do: <c>click</c>, <c>fill</c>, <c>on DEVICE</c> …</summary>
    public static IReadOnlyList<string> Actions { get; } = [.. ActionTable.Rows.Select(row => row.Name), ActionTable.OnDeviceName];

    /// <summary>All ways to name an element: <c>a bare text</c>, <c>role</c>, <c>nth</c> …</summary>
    public static IReadOnlyList<string> Locators { get; } = LocatorTable.Names;

    /// <summary>All conditions on a parameter's value: <c>equals</c>, <c>at least</c> …; <c>of</c> belongs to <c>attribute</c>.</summary>
    public static IReadOnlyList<string> Conditions { get; } =
    [.. ConditionTable.OfJourneys.Shape.Keys.Where(key => key != PageReadingTable.Of).Select(key => key.Name)];
}
