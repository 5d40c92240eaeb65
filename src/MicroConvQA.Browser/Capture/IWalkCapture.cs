using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>The capture of one walk, from before its context exists until it is closed. An implementer must not lose what arrives while it is disposed.</summary>
public interface IWalkCapture : IAsyncDisposable
{
    /// <summary>Joins the walk's context, before its first page is opened.</summary>
    Task AttachAsync(IBrowserContext context, CancellationToken cancellationToken);
}
