using MicroConvQA.Source;

namespace MicroConvQA.Journeys.Actions;

/// <summary>One thing that the shopper does. Strings may hold <c>$variables</c>, resolved when the action is done.</summary>
public abstract record StepAction
{
    public required SourcePlace Place { get; init; }

    /// <summary>The action as the author wrote it and as reports and messages show it: <c>click: Add to cart</c>.</summary>
    public required string Text { get; init; }
}
