namespace MicroConvQA.Browser.Clock;

/// <summary>A page did not follow the virtual clock.</summary>
internal sealed class PageClockException(string url, TimeSpan waited, Exception cause)
    : Exception(
        $"The page {url} did not follow the virtual clock: a move of half a second was not done after {waited.TotalSeconds:0} s. "
            + "Write 'clock: real' into the journey, so that it is walked in real time.",
        cause
    );
