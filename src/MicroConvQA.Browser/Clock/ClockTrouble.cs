namespace MicroConvQA.Browser.Clock;

/// <summary>How a page showed that it may not stand a moved clock.</summary>
/// <param name="Reason">What happened, as the end of a sentence that begins with "because".</param>
/// <param name="Error">The error that a timer of the page threw; null = the page did not follow.</param>
internal sealed record ClockTrouble(string Reason, string? Error);
