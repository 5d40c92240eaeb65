namespace MicroConvQA.Judging.Findings;

/// <summary>Who sent one of several hits, so that they can be read side by side.</summary>
/// <param name="Request">The number of the hit's request.</param>
/// <param name="Sender">The script and its line, and the tag manager's container where one ran it.</param>
/// <param name="Push">The data-layer push that led to it, and who made it; null = none is known.</param>
/// <param name="Event">What happened on the page before: <c>on click of button#buy 'Add to cart'</c>; null = not known.</param>
public sealed record HitSender(int Request, string Sender, string? Push, string? Event);
