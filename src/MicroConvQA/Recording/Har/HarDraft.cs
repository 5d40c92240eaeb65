using System.Globalization;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Recording.Har;

/// <summary>
/// Collects what is read of a HAR and puts it in order: entries need not stand in the order of time, nor pages before entries.
/// </summary>
internal sealed class HarDraft
{
    private const int MostFlaws = 20;

    private readonly List<Sent> _sent = [];
    private readonly List<string> _flaws = [];
    private DateTimeOffset? _last;
    private int _flawed;
    private int _timeless;

    public string Version { get; set; } = "1.1";

    public JObject? Creator { get; set; }

    public IReadOnlyList<JObject> Pages { get; set; } = [];

    /// <summary>How many entries were read.</summary>
    public int Entries { get; set; }

    public void Add(HarEntry entry, int line)
    {
        if (HarRequest.Of(entry) is not { } request)
        {
            AddFlaw(line, "has no request.url");
            return;
        }
        if (entry.StartedAt is null)
            _timeless++;
        var at = _last = entry.StartedAt ?? _last;
        _sent.Add(new Sent(at, entry.Time, entry.PageRef, entry.IsFromServiceWorker, request));
        foreach (var message in entry.Messages.Where(message => HarText.Of(message["type"]) == "send"))
            _sent.Add(
                new Sent(
                    HarText.UnixTime(message["time"]) ?? at,
                    TimeSpan.Zero,
                    entry.PageRef,
                    false,
                    HarRequest.OfMessage(request, message)
                )
            );
    }

    public void AddFlaw(int line, string what)
    {
        if (++_flawed <= MostFlaws)
            _flaws.Add(string.Create(CultureInfo.InvariantCulture, $"log.entries[{Entries}] (line {line}) {what} and was passed over."));
    }

    public HarLog Complete()
    {
        var start = _sent.Where(sent => sent.At is not null).Min(sent => sent.At) ?? DateTimeOffset.UnixEpoch;
        var ordered = _sent.OrderBy(sent => sent.At ?? start).ToList();
        var visits = Visits(ordered, start);
        var numbers = visits.ToDictionary(visit => visit.Id, visit => visit.Page.Number);
        return new HarLog
        {
            Version = Version,
            Creator = HarText.Of(Creator?["name"]) is { Length: > 0 } name ? name : "unknown",
            CreatorVersion = HarText.Of(Creator?["version"]) ?? "",
            StartedAt = start,
            Duration = ordered.Select(sent => (sent.At ?? start) - start + sent.Time).DefaultIfEmpty().Max(),
            Visits = [.. visits.Select(visit => visit.Page)],
            Requests = WithoutEchoes(
                [
                    .. ordered.Select(
                        (sent, index) =>
                            sent.Request with
                            {
                                Number = index + 1,
                                At = (sent.At ?? start) - start,
                                Visit = sent.PageRef is { } page && numbers.TryGetValue(page, out var number) ? number : null,
                            }
                    ),
                ],
                ordered
            ),
            Flaws = [.. _flaws, .. Summary()],
        };
    }

    private IEnumerable<string> Summary()
    {
        if (_flawed > MostFlaws)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{_flawed - MostFlaws:N0} more entries were passed over for such reasons."
            );
        if (_timeless > 0)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{_timeless:N0} of {Entries:N0} entries have no startedDateTime that can be read; they were taken to follow the entry before them."
            );
    }

    /// <summary>The pages that have entries, in the order of their first one, which is usually the document itself.</summary>
    private List<(string Id, PageVisit Page)> Visits(List<Sent> ordered, DateTimeOffset start)
    {
        var known = Pages
            .Where(page => HarText.Of(page["id"]) is not null)
            .DistinctBy(page => HarText.Of(page["id"]))
            .ToDictionary(page => HarText.Of(page["id"])!);
        var firsts = ordered
            .Where(sent => sent.PageRef is not null && known.ContainsKey(sent.PageRef))
            .DistinctBy(sent => sent.PageRef)
            .ToList();
        var from = firsts
            .Select(first =>
                HarText.Time(known[first.PageRef!]["startedDateTime"]) is { } time && time > start
                    ? time - start
                    : (first.At ?? start) - start
            )
            .ToList();
        return [.. firsts.Select((first, index) => (first.PageRef!, Page(known[first.PageRef!], first, index, from)))];
    }

    private static PageVisit Page(JObject page, Sent first, int index, List<TimeSpan> from)
    {
        // Chrome writes the page's URL as its title.
        var title = HarText.Of(page["title"]);
        var isUrl = title is not null && title.Contains("://", StringComparison.Ordinal);
        return new PageVisit
        {
            Number = index + 1,
            Tab = 1,
            Url = isUrl ? title! : first.Request.Url,
            Title = isUrl ? null : title,
            From = from[index],
            To = index + 1 < from.Count ? from[index + 1] : null,
            StepIndex = 0,
        };
    }

    /// <summary>
    /// Chrome lists twice what a service worker passes on: as the page's request, answered by the worker, and as the worker's own.
    /// </summary>
    private static List<CapturedRequest> WithoutEchoes(List<CapturedRequest> requests, List<Sent> ordered)
    {
        var passedOn = requests.Where((_, index) => !ordered[index].IsFromServiceWorker).ToLookup(request => (request.Method, request.Url));
        for (var index = 0; index < requests.Count; index++)
        {
            var request = requests[index];
            var own = ordered[index].IsFromServiceWorker
                ? passedOn[(request.Method, request.Url)]
                    .FirstOrDefault(other => other.At >= request.At && other.Body.AsSpan().SequenceEqual(request.Body))
                : null;
            if (own is not null)
                requests[index] = request with
                {
                    Fate = RequestFate.NotDelivered,
                    Remark = string.Create(
                        CultureInfo.InvariantCulture,
                        $"The page's service worker took it and sent it on as request {own.Number}."
                    ),
                };
        }
        return requests;
    }

    private sealed record Sent(DateTimeOffset? At, TimeSpan Time, string? PageRef, bool IsFromServiceWorker, CapturedRequest Request);
}
