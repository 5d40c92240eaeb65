namespace MicroConvQA.Browser.Capture.DevTools;

/// <summary>
/// A page, or a worker that belongs to no single page, with all that it holds. What it tells before anybody knows to which walk and tab it
/// belongs is kept until then. Not safe for several threads.
/// </summary>
/// <param name="id">The browser's name of it.</param>
/// <param name="context">The browser's name of the context that it lives in.</param>
/// <param name="type">What it is: <c>page</c>, <c>shared_worker</c>, <c>service_worker</c> …</param>
/// <param name="session">The session that it speaks through.</param>
internal sealed class ChromiumTarget(string id, string context, string? type, string session)
{
    private readonly List<DevToolsEvent> early = [];
    private ChromiumWalk? owner;

    public string Id => id;

    public string Context => context;

    /// <summary>Whether it is a page, and has a tab.</summary>
    public bool IsPage => type == "page";

    public bool IsServiceWorker => type == "service_worker";

    public string Session => session;

    /// <summary>Its tab; null = it has none, or was gone before anybody could ask.</summary>
    public int? Tab { get; private set; }

    public void Tell(DevToolsEvent told)
    {
        if (owner is null)
        {
            early.Add(told.Kept);
        }
        else
        {
            owner.Told(told, this);
        }
    }

    /// <summary>Says to which walk and tab it belongs, once and for all.</summary>
    public void Settle(ChromiumWalk walk, int? tab)
    {
        if (owner is not null)
        {
            return;
        }

        (owner, Tab) = (walk, tab);
        early.ForEach(Tell);
        early.Clear();
    }
}
