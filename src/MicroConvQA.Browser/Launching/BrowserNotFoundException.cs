using MicroConvQA.Running;

namespace MicroConvQA.Browser.Launching;

/// <summary>There is no browser to walk with; the message says where it was looked for and what to do.</summary>
internal sealed class BrowserNotFoundException(BrowserSearch search)
    : WalkObstacleException($"{search} Looked at: {string.Join(" ", search.Looked)}")
{
    public BrowserSearch Search { get; } = search;
}
