using MicroConvQA.Recording;

namespace MicroConvQA.Judging.PersonalData;

/// <summary>Tells the shop's own hosts from others: the host of its base URL, and those that share its name's end.</summary>
internal sealed class OwnSite(JourneyRecording recording)
{
    // A public suffix of two parts, such as co.uk, has short ones.
    private const int LongestSecondLevel = 3;

    private readonly string site = SiteOf(recording.Walk.BaseUrl);

    public bool Has(string url) => SiteOf(url) == site;

    private static string SiteOf(string url)
    {
        var host = Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.Host.ToLowerInvariant() : "";
        if (parsed is null || parsed.HostNameType != UriHostNameType.Dns)
            return host;
        var labels = host.Split('.');
        var shown = labels.Length > 2 && labels[^1].Length == 2 && labels[^2].Length <= LongestSecondLevel ? 3 : 2;
        return string.Join('.', labels.TakeLast(shown));
    }
}
