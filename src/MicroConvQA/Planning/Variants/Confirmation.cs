using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;

namespace MicroConvQA.Planning.Variants;

/// <summary>What shoppers do on the confirmation page: the order was counted, and is not counted again.</summary>
internal static class Confirmation
{
    public static Derivation Reloaded(Journey journey, ConversionDictionary dictionary)
    {
        var order = Orders.StepIn(journey, dictionary);
        if (order < 0)
            return Derivation.None(Orders.Missing);
        var own = journey.Steps.Skip(order).FirstOrDefault(step => step.Do.Any(action => action is Reload));
        return own is not null
            ? Derivation.None($"the journey itself loads a page again, in step '{own.Title}'.")
            : Then(journey, order, dictionary, "reload", "Load the confirmation again", at =>
                [new Reload { Place = at.Place, Text = "reload" }]
            );
    }

    public static Derivation LeftAndComeBackTo(Journey journey, ConversionDictionary dictionary)
    {
        var order = Orders.StepIn(journey, dictionary);
        return order < 0
            ? Derivation.None(Orders.Missing)
            : Then(journey, order, dictionary, "back", "Go back from the confirmation and forward again", at =>
                [new GoBack { Place = at.Place, Text = "back" }, new GoForward { Place = at.Place, Text = "forward" }]
            );
    }

    public static Derivation InTwoTabs(Journey journey, ConversionDictionary dictionary)
    {
        var order = Orders.StepIn(journey, dictionary);
        if (order < 0)
            return Derivation.None(Orders.Missing);
        return PathOf(journey.Steps[order]) is not { } path
            ? Derivation.None(
                $"where the confirmation is cannot be told: add '- wait for: {{url: \"**/your/thank-you\"}}' to the step '{journey.Steps[order].Title}'."
            )
            : Then(journey, order, dictionary, "two-tabs", "Open the confirmation in a second tab", at =>
                [
                    new NewTab(path) { Place = at.Place, Text = $"new tab: {path}" },
                    new SwitchTab("1") { Place = at.Place, Text = "switch tab: 1" },
                ]
            );
    }

    /// <summary>Pages that are loaded again may say so again: only the order must not.</summary>
    private static Derivation Then(
        Journey journey,
        int order,
        ConversionDictionary dictionary,
        string id,
        string title,
        Func<Step, IReadOnlyList<StepAction>> actions
    ) => Derivation.To(StepEdits.With(journey, order, at => new Step
            {
                Title = title,
                Id = $"variant-{id}",
                Do = actions(at),
                Never = Orders.In(dictionary),
                May = Orders.OthersIn(dictionary),
                Place = at.Place,
            }));

    private static string? PathOf(Step step) =>
        step
            .Do.OfType<WaitForUrl>()
            .Select(wait => wait.Glob.StartsWith("**/", StringComparison.Ordinal) ? wait.Glob[2..] : wait.Glob)
            .LastOrDefault(path => path.StartsWith('/') && path.IndexOfAny(['*', '?', '{', '[']) < 0);
}
