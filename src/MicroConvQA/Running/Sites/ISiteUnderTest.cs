namespace MicroConvQA.Running.Sites;

/// <summary>
/// The site that is walked. An implementer must leave nothing behind when it is disposed, and must throw
/// <see cref="SiteUnavailableException"/> where the site cannot be had, with a sentence that says why and what to do.
/// </summary>
public interface ISiteUnderTest : IAsyncDisposable
{
    /// <summary>What the run's header calls it: <c>the demo shop</c>.</summary>
    string Title { get; }

    /// <summary>Has the site up, and returns its base URL; null where each device has its own.</summary>
    Task<string?> StartAsync(CancellationToken cancellationToken);
}
