using MicroConvQA.Browser.Capture;
using MicroConvQA.Journeys;
using MicroConvQA.Recording;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Clock;

/// <summary>
/// How time passes on the pages of one walk: by itself, or moved ahead so that dwell times and batch timers take no real time.
/// </summary>
internal sealed class PageClock(ClockMode mode, TrafficLedger ledger)
{
    /// <summary>It only bounds a wait on a page that may hang: a move takes about 30 ms, and what needs this long has stopped.</summary>
    private static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(10);

    public bool IsVirtual => mode == ClockMode.Virtual;

    /// <summary>The first sign that a page may not stand the moved clock; null = there was none.</summary>
    public ClockTrouble? Trouble { get; private set; }

    /// <summary>
    /// Takes over the pages' time where the clock is virtual; before the first page is opened, because timers that a page made earlier
    /// would not be moved.
    /// </summary>
    public async Task InstallAsync(IBrowserContext context)
    {
        if (IsVirtual)
            await context.Clock.InstallAsync();
    }

    /// <summary>
    /// Lets time pass on all pages of the walk; in real time where the clock is real. A moved clock does not outrun the network: what a
    /// page has asked for is waited for before each step, or else the page's own time limits, and the end of the walk, came before any
    /// answer.
    /// </summary>
    /// <param name="page">Any page of the walk.</param>
    /// <param name="by">How much page time.</param>
    /// <param name="requests">What the pages wait for.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <exception cref="PageClockException">The page does not follow.</exception>
    public async Task AdvanceAsync(IPage page, TimeSpan by, PendingRequests requests, CancellationToken cancellationToken)
    {
        if (!IsVirtual)
        {
            await Task.Delay(by, ledger.Timer.Time, cancellationToken);
            return;
        }

        var (step, patience) = (ledger.Tolerances.ClockStep, ledger.Tolerances.ClockAnswers);
        for (var left = by; left > TimeSpan.Zero; left -= step)
        {
            patience -= await requests.ArrivedAsync(patience, cancellationToken);
            await MoveAsync(page, left < step ? left : step, cancellationToken);
        }
    }

    private async Task MoveAsync(IPage page, TimeSpan by, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ledger.Steps.ClockMoved(by);
        try
        {
            await page
                .Context.Clock.FastForwardAsync((long)by.TotalMilliseconds)
                .WaitAsync(StepLimit, ledger.Timer.Time, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            Trouble = new ClockTrouble($"the page {page.Url} did not follow when its time was moved ahead", null);
            throw new PageClockException(page.Url, StepLimit, exception);
        }
        catch (PlaywrightException exception) when (TimerError.Is(exception))
        {
            // The timers that were due beside it have run: the page goes on, as it would in real time.
            var error = ConsoleLine.FirstLineOf(exception.Message);
            if (!ledger.Console.Has(error))
                Trouble ??= new ClockTrouble($"a timer of the page {page.Url} threw '{error}' when its time was moved ahead", error);
            ledger.Console.Wrote("exception", exception.Message, page.Url);
        }
    }
}

/// <summary>How a page showed that it may not stand a moved clock.</summary>
/// <param name="Reason">What happened, as the end of a sentence that begins with "because".</param>
/// <param name="Error">The error that a timer of the page threw; null = the page did not follow.</param>
internal sealed record ClockTrouble(string Reason, string? Error);

/// <summary>A page did not follow the virtual clock.</summary>
internal sealed class PageClockException(string url, TimeSpan waited, Exception cause)
    : Exception(
        $"The page {url} did not follow the virtual clock: a move of half a second was not done after {waited.TotalSeconds:0} s. "
            + "Write 'clock: real' into the journey, so that it is walked in real time.",
        cause
    );

/// <summary>Tells errors that a page's own timers threw while their time was moved from failures of the move itself.</summary>
internal static class TimerError
{
    // Playwright's clock runs all due timers and hands over the first error of them; its own frames stand in the stack.
    public static bool Is(PlaywrightException exception) => exception.Message.Contains("ClockController.", StringComparison.Ordinal);
}
