namespace MicroConvQA.Recording;

/// <summary>How a request left the page, as the browser names it.</summary>
public enum Transport
{
    /// <summary>Not a request: an entry pushed to the page's data layer.</summary>
    DataLayer,
    Document,
    Image,
    Script,
    Stylesheet,
    Fetch,
    Xhr,

    /// <summary>A beacon.</summary>
    Ping,
    WebSocket,
    Other,
}
