using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Planning.Variants;

/// <summary>
/// A shopper who clicks buttons twice. What leads to another page by a link is clicked once: a second click there is a second visit.
/// </summary>
internal static class DoubleClicks
{
    private const string Button = "button";

    public static Derivation Derive(Journey journey, ConversionDictionary dictionary)
    {
        var order = Orders.StepIn(journey, dictionary);
        var steps = journey.Steps.Select((step, index) => step.Expect.Count == 0 ? step : Twice(step, index == order)).ToList();
        return steps.SequenceEqual(journey.Steps)
            ? Derivation.None(
                "no step that expects something clicks a button: name one by its role, '- click: {role: button, name: Add to cart}'."
            )
            : Derivation.To(journey with { Steps = steps });
    }

    /// <summary>The step that orders clicks a button, whether or not the author names it so.</summary>
    private static Step Twice(Step step, bool orders)
    {
        var actions = StepEdits.LastReplaced(step.Do, action => action is Click click && (orders || IsButton(click.Target)), Doubled);
        return ReferenceEquals(actions, step.Do) ? step : step with { Do = actions };
    }

    private static IReadOnlyList<StepAction> Doubled(StepAction action) =>
        [new DoubleClick(((Click)action).Target) { Place = action.Place, Text = $"double {action.Text}" }];

    private static bool IsButton(LocatorChain target) =>
        target.Locators.All(locator => locator is { Kind: LocatorKind.Role, Value: Button });
}
