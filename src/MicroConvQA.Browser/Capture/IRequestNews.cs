namespace MicroConvQA.Browser.Capture;

/// <summary>Is told, in order, what a browser knows of the requests of one walk.</summary>
internal interface IRequestNews
{
    void Began(BrowserRequest request);

    /// <summary>When and by whom a request was sent that is told of otherwise.</summary>
    void Dispatched(Wire.RequestLooks looks, Dispatch dispatch);

    /// <summary>The first of an answer came.</summary>
    void Answered(object key);

    /// <summary>All of an answer came.</summary>
    void Finished(object key);

    /// <summary>The browser gave it up.</summary>
    /// <param name="key">The request's.</param>
    /// <param name="error">As the browser names network errors.</param>
    void Failed(object key, string? error);

    /// <summary>A tab shows the next page.</summary>
    void PageShown(int tab);
}
