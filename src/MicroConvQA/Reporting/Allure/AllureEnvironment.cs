using System.Globalization;
using System.Text;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Recording;
using MicroConvQA.Running;

namespace MicroConvQA.Reporting.Allure;

/// <summary>What the whole run ran on, as <c>environment.properties</c>.</summary>
internal static class AllureEnvironment
{
    public static string Of(RunResult run)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Entries(run).Where(entry => entry.Value.Length > 0))
            text.Append(Escaped(name, isKey: true)).Append(" = ").Append(Escaped(value, isKey: false)).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Entries(RunResult run)
    {
        var recordings = run.Walks.Select(walk => walk.Recording).ToList();
        yield return ("Site under test", Distinct(recordings.Select(recording => recording.Walk.BaseUrl)));
        yield return ("Deploy", Distinct(recordings.Select(recording => recording.Walk.Deploy ?? "")));
        yield return ("Browsers", Distinct(recordings.Select(recording => $"{recording.RanOn.Engine} {recording.RanOn.Version}")));
        yield return ("Devices", Distinct(run.Walks.Select(walk => walk.Walk.Device.Name)));
        yield return ("Destinations", string.Join(", ", run.Plan.Configuration.Destinations.Select(destination => destination.Title)));
        yield return ("Network", NetworkText(run.Plan.Configuration.Network, recordings));
        yield return (
            "Seen by",
            SeenText([.. recordings.SelectMany(recording => recording.Requests).Where(request => request.Transport != Transport.DataLayer)])
        );
        yield return ("Walks", WalksText(run));
        yield return ("Canary", run.Canary?.Said ?? "");
        yield return ("MicroConvQA", Distinct(recordings.Select(recording => recording.Tool)));
    }

    private static string WalksText(RunResult run) =>
        run.IsInterrupted
            ? $"{run.Walks.Count} of {run.Plan.Walks.Count}: the run was interrupted"
            : run.Walks.Count.ToString(CultureInfo.InvariantCulture);

    /// <summary>What one view alone saw tells how much a capture by the other would have missed.</summary>
    private static string SeenText(IReadOnlyList<CapturedRequest> requests)
    {
        string Count(Sightings by) => requests.Count(request => request.SeenBy == by).ToString(CultureInfo.InvariantCulture);
        return requests.Count == 0
            ? ""
            : $"wire and browser {Count(Sightings.Wire | Sightings.Browser)} requests, the wire alone {Count(Sightings.Wire)}, the browser alone {Count(Sightings.Browser)}";
    }

    private static string NetworkText(NetworkRules rules, IReadOnlyList<JourneyRecording> recordings)
    {
        var (escaped, unread) = (recordings.Sum(recording => recording.Escaped), recordings.Sum(recording => recording.LeftUnread));
        return (escaped == 1 ? "1 analytics request" : $"{escaped} analytics requests")
            + $" left this machine ({rules})"
            + (unread == 0 ? "" : $"; {(unread == 1 ? "1 request" : $"{unread} requests")} to nobody known left unread");
    }

    private static string Distinct(IEnumerable<string> values) => string.Join(", ", values.Where(value => value.Length > 0).Distinct());

    // Java's properties format: a key ends at a blank, a colon or an equals sign that is not escaped.
    private static string Escaped(string text, bool isKey)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).ReplaceLineEndings(" ");
        return isKey
            ? escaped
                .Replace(" ", "\\ ", StringComparison.Ordinal)
                .Replace(":", "\\:", StringComparison.Ordinal)
                .Replace("=", "\\=", StringComparison.Ordinal)
            : escaped;
    }
}
