using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>Hands what the browser tells of a walk's requests to all that want to know.</summary>
/// <param name="view">Joins it with what the wire saw.</param>
/// <param name="pending">Knows what pages still wait for.</param>
/// <param name="knowledge">Tells analytics from other requests.</param>
/// <param name="scripts">Knows which scripts the pages asked for.</param>
/// <param name="isOffline">Whether the device is offline now.</param>
internal sealed class WalkRequests(
    BrowserView view,
    PendingRequests pending,
    ITrafficKnowledge knowledge,
    ScriptLedger scripts,
    Func<bool> isOffline
) : IRequestNews
{
    public void Began(BrowserRequest request)
    {
        pending.Began(request);
        view.Began(request);
        if (request.Transport == Transport.Script)
        {
            scripts.Asked(request.Looks.Url);
        }
    }

    public void Dispatched(RequestLooks looks, Dispatch dispatch) => view.Dispatched(looks, dispatch);

    public void Answered(object key) => pending.Ended(key);

    public void Finished(object key)
    {
        pending.Ended(key);
        view.Finished(key);
    }

    public void Failed(object key, string? error)
    {
        pending.Ended(key);
        view.Failed(key, knowledge, isOffline() ? "The device was offline." : $"The browser could not send it: {error}.");
    }

    public void PageShown(int tab) => pending.PageShown(tab);
}
