using System.Text;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// Collectors that the pages of a walk name themselves, by <c>server_container_url</c> or <c>transport_url</c> in a command of Google's
/// tag: what is sent there is Google Analytics', also where a container of the shop's own has made it unreadable. (source:
/// developers.google.com/tag-platform/tag-manager/server-side)
/// </summary>
internal sealed class NamedCollectors
{
    private static readonly string[] Settings = ["server_container_url", "transport_url"];

    // Replaced as a whole, because requests are looked up while pages go on pushing.
    private volatile IReadOnlyList<(Uri Address, string Setting)> _all = [];

    /// <summary>Reads what a page pushed to its data layer.</summary>
    /// <param name="push">The push as it is recorded: <c>{"kind":"command","entry":["config","G-1",{…}]}</c>, in UTF-8.</param>
    /// <param name="page">The page's URL.</param>
    public void Read(byte[] push, string page)
    {
        if (push.AsSpan().IndexOf("_url\""u8) < 0 || JObject.Parse(Encoding.UTF8.GetString(push))["entry"] is not JArray command)
            return;

        foreach (var options in command.OfType<JObject>())
        foreach (var setting in Settings)
            if (
                Uri.TryCreate((options[setting] as JValue)?.Value as string, UriKind.Absolute, out var address)
                && !IsWholeShop(address, page)
            )
                _all = [.. _all.Where(known => known.Address != address), (address, setting)];
    }

    /// <returns>The setting that names the collector at which a URL is; null = none does.</returns>
    public string? SettingFor(string url) =>
        _all is { Count: > 0 } all && Uri.TryCreate(url, UriKind.Absolute, out var asked)
            ? all.FirstOrDefault(known =>
                Uri.Compare(known.Address, asked, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase)
                    == 0
                && asked.AbsolutePath.StartsWith(known.Address.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal)
            ).Setting
            : null;

    // Where a shop collects at its own root, nothing tells a hit from any other request of the shop.
    private static bool IsWholeShop(Uri address, string page) =>
        address.AbsolutePath == "/" && Uri.TryCreate(page, UriKind.Absolute, out var shop) && shop.Host == address.Host;
}
