using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>The pages of a walk, as far as an engine tells more of them than Playwright does.</summary>
internal interface IJoinedPages
{
    /// <summary>Joins a page, or waits until it is joined.</summary>
    Task JoinAsync(IPage page);

    /// <summary>Makes a page's next navigations go to the network, whatever its service worker says.</summary>
    Task BypassServiceWorkersAsync(IPage page);

    /// <summary>The walk is over.</summary>
    void Leave();
}
