using Microsoft.Playwright;

namespace MicroConvQA.Browser.Clock;

/// <summary>Tells errors that a page's own timers threw while their time was moved from failures of the move itself.</summary>
internal static class TimerError
{
    // Playwright's clock runs all due timers and hands over the first error of them; its own frames stand in the stack.
    public static bool Is(PlaywrightException exception) => exception.Message.Contains("ClockController.", StringComparison.Ordinal);
}
