using System.Collections.Concurrent;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// What a browser sends of its own accord: updates, account look-ups, form predictions. It is no traffic of the shop, and each host is told
/// of once, as is what else there is to know of the browser.
/// </summary>
internal sealed class BrowserNoise
{
    private readonly ConcurrentDictionary<string, bool> hosts = [];
    private readonly ConcurrentQueue<string> untold = [];

    /// <summary>
    /// Only what no site caused has no site (Fetch Metadata Request Headers, section 2.3); of that, pages cause nothing but navigations.
    /// </summary>
    public static bool Is(IReadOnlyDictionary<string, string> headers) =>
        headers.GetValueOrDefault("Sec-Fetch-Site") == "none" && headers.GetValueOrDefault("Sec-Fetch-Mode") != "navigate";

    public void Heard(string host)
    {
        if (hosts.TryAdd(host, true))
        {
            Remark($"The browser itself wanted to reach {host} and was refused.");
        }
    }

    public void Remark(string sentence) => untold.Enqueue(sentence);

    /// <summary>Writes what no walk of the browser was told of into the console of one.</summary>
    public void TellTo(ConsoleLedger console)
    {
        while (untold.TryDequeue(out var sentence))
        {
            console.Wrote("browser", sentence, null);
        }
    }
}
