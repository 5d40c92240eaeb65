using System.Collections.Concurrent;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>What a browser sends of its own accord by the walk's proxy: form predictions, look-ups of addresses. It is no traffic of the shop; each host is told of once.</summary>
internal sealed class BrowserNoise(TrafficLedger ledger)
{
    private readonly ConcurrentDictionary<string, bool> hosts = [];

    /// <summary>
    /// Only what no site caused has no site (Fetch Metadata Request Headers, section 2.3); of that, pages cause nothing but navigations.
    /// </summary>
    public static bool Is(IReadOnlyDictionary<string, string> headers) =>
        headers.GetValueOrDefault("Sec-Fetch-Site") == "none" && headers.GetValueOrDefault("Sec-Fetch-Mode") != "navigate";

    public void Heard(ProxiedExchange exchange)
    {
        var host = exchange.Context.Request.Host.Value!;
        if (hosts.TryAdd(host, true))
        {
            ledger.ConsoleWrote("browser", $"The browser itself wanted to reach {host} and was refused.", null);
        }
    }
}
