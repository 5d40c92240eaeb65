namespace MicroConvQA.Recording;

/// <summary>
/// A moment at which the page's virtual clock was moved ahead: event times that a page states later are ahead of real time by the sum of
/// all jumps.
/// </summary>
public sealed record ClockJump(TimeSpan At, TimeSpan By);
