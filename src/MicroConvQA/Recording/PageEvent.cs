namespace MicroConvQA.Recording;

/// <summary>What happened on a page before its script pushed to the data layer.</summary>
/// <param name="Type">The DOM event's type, such as <c>click</c>.</param>
/// <param name="Target">What it happened to, as a reader would find it: <c>button#buy 'Add to cart'</c>; empty = unknown.</param>
/// <param name="Ago">How long before the push the shopper's last event was; zero = the event was being handled when the script
/// pushed.</param>
public sealed record PageEvent(string Type, string Target, TimeSpan Ago);
