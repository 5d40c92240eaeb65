using MicroConvQA.Journeys.Actions;

namespace MicroConvQA.Browser.Walking;

/// <summary>How a step begins: by its first action, unless that waits for what the step before has set off.</summary>
internal static class StepBegin
{
    /// <summary>Whether an action lets the page go on by itself, so that what the page does then is what the step is about.</summary>
    public static bool IsWaiting(StepAction action) => action is Stay or WaitForElement or WaitForText or WaitForUrl;

    /// <summary>
    /// Whether the page feels an action by an event of the pointer, the keyboard or a field, before anything that the action causes.
    /// </summary>
    public static bool IsFelt(StepAction action) =>
        action is Click or DoubleClick or Tap or DoubleTap or Swipe or Hover or Fill or SelectOption or Check or Uncheck or Press;
}
