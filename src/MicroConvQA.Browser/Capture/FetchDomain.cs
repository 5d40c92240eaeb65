using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>The commands of the browser's Fetch domain that the capture uses.</summary>
internal sealed class FetchDomain(ICDPSession session)
{
    public Task EnableAsync() => session.SendAsync("Fetch.enable", new() { ["patterns"] = new[] { new Dictionary<string, object> { ["urlPattern"] = "*" } } });

    /// <returns>Whether the browser still waited for the answer.</returns>
    public Task<bool> FulfillAsync(PausedRequest request, LocalAnswer answer) => TrySendAsync("Fetch.fulfillRequest", new()
    {
        ["requestId"] = request.Id,
        ["responseCode"] = answer.Status,
        ["responseHeaders"] = answer.Headers.Select(header => new Dictionary<string, object> { ["name"] = header.Key, ["value"] = header.Value }).ToArray(),
        ["body"] = Convert.ToBase64String(answer.Body),
    });

    public Task<bool> ContinueAsync(PausedRequest request, bool stopAtAnswer = false) => TrySendAsync("Fetch.continueRequest", stopAtAnswer
        ? new() { ["requestId"] = request.Id, ["interceptResponse"] = true }
        : new() { ["requestId"] = request.Id });

    public Task<bool> FailAsync(PausedRequest request, string reason) =>
        TrySendAsync("Fetch.failRequest", new() { ["requestId"] = request.Id, ["errorReason"] = reason });

    private async Task<bool> TrySendAsync(string command, Dictionary<string, object> arguments)
    {
        try
        {
            await session.SendAsync(command, arguments);
            return true;
        }
        catch (PlaywrightException)
        {
            // The page, context or browser went away while the request was held; the browser has ended the request itself.
            return false;
        }
    }
}
