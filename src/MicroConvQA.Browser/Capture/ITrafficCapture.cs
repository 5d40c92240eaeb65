using MicroConvQA.Configuration.Sites;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// The door through which traffic is seen: one for a browser process. An implementer must hand every analytics request of every page,
/// frame and worker to the walk's ledger with its exact bytes, or mark it as unreadable; must answer it locally unless the network mode
/// says otherwise; and must not use Playwright's routes, which miss what is sent while a page is left.
/// </summary>
internal interface ITrafficCapture : IAsyncDisposable
{
    /// <summary>What the recording calls it: <c>wire</c>.</summary>
    string Name { get; }

    /// <summary>Adds what the browser must be started with: arguments, a proxy, preferences.</summary>
    void PrepareLaunch(BrowserTypeLaunchOptions options);

    /// <summary>Begins to watch a browser that has just been started.</summary>
    Task AttachAsync(IBrowser browser, CancellationToken cancellationToken);

    /// <summary>Opens the capture of one walk before its context exists, so that it may set the context's proxy.</summary>
    /// <param name="options">The context's options, with the base URL of the site under test.</param>
    /// <param name="access">What the site asks for, with its variables' values; the capture sees to it.</param>
    /// <param name="globalPrivacyControl">Whether the browser says Global Privacy Control; the capture sees to it.</param>
    /// <param name="watched">The walk, and where what is seen of it is entered.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    Task<IWalkCapture> OpenAsync(
        BrowserNewContextOptions options,
        SiteAccess access,
        bool globalPrivacyControl,
        WatchedWalk watched,
        CancellationToken cancellationToken
    );
}
