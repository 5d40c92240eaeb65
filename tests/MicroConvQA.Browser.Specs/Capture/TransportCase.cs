namespace MicroConvQA.Browser.Specs.Capture;

/// <summary>One way in which a page can send an event.</summary>
/// <param name="Name">What the way is called, also the event's name.</param>
/// <param name="Script">Sends the event to <c>url</c> when it is run on the page.</param>
/// <param name="Body">What must be captured, byte by byte; null = no body.</param>
internal sealed record TransportCase(string Name, string Script, byte[]? Body)
{
    public override string ToString() => Name;
}
