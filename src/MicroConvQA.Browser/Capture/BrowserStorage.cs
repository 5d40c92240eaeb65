using System.Collections.Concurrent;
using System.Text.Json;
using MicroConvQA.Recording;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// Looks at the names of cookies and storage keys of one context; values stay in the browser. Each page is asked, and what it told before
/// it answers has then come, because it tells in order: without that a push that led to a hit may be told of after the hit was seen, and
/// would be counted to a later step.
/// </summary>
internal sealed class BrowserStorage(IBrowserContext context, WatchedWalk watched)
{
    private const string OwnKeys = "__microconv";

    private const string Names = """
        async () => {
          const unread = {};
          const names = async (place, read) => {
            try { return await read(); } catch (error) { unread[place] = String(error); return null; }
          };
          return {
            origin: location.origin,
            localStorage: await names('localStorage', () => Object.keys(localStorage)),
            sessionStorage: await names('sessionStorage', () => Object.keys(sessionStorage)),
            indexedDb: await names('indexedDb', async () => (await indexedDB.databases()).map(database => database.name)),
            unread,
          };
        }
        """;

    private static readonly (string Place, StorageKind Kind)[] Places =
    [
        ("localStorage", StorageKind.LocalStorage),
        ("sessionStorage", StorageKind.SessionStorage),
        ("indexedDb", StorageKind.IndexedDb),
    ];

    /// <summary>It only bounds a wait on a page that may hang, being busy or just being replaced: the next look sees it.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly TrafficLedger _ledger = watched.Ledger;
    private readonly Dictionary<(StorageKind Kind, string Domain), HashSet<string>> _known = [];
    private readonly List<StorageLook> _looks = [];
    private readonly ConcurrentDictionary<(string Place, string Origin), bool> _unread = [];

    /// <summary>All looks at which something had appeared.</summary>
    public IReadOnlyList<StorageLook> Looks => _looks;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var cookies = CookiesAsync(cancellationToken);
        var frames = Task.WhenAll(context.Pages.SelectMany(page => page.Frames).Select(frame => InFrameAsync(frame, cancellationToken)));
        List<StoredName> there = [.. await cookies, .. (await frames).SelectMany(names => names)];

        var appeared = there.Where(IsNew).DistinctBy(stored => (stored.Kind, stored.Domain, stored.Name)).ToList();
        Keep(there);
        if (appeared.Count > 0)
        {
            _looks.Add(
                new StorageLook
                {
                    At = _ledger.Timer.Elapsed,
                    StepIndex = _ledger.Steps.Current,
                    Appeared = [.. appeared.Select(watched.Writers.Signed)],
                }
            );
        }
    }

    private bool IsNew(StoredName stored) =>
        !_known.TryGetValue((stored.Kind, stored.Domain), out var names) || !names.Contains(stored.Name);

    /// <summary>
    /// What was deleted is forgotten, so that it appears again; an origin that no page shows now is remembered as it was, and each tab has
    /// a session of its own.
    /// </summary>
    private void Keep(IReadOnlyList<StoredName> there)
    {
        foreach (var gone in _known.Keys.Where(place => place.Kind == StorageKind.Cookie).ToList())
            _known.Remove(gone);
        foreach (var place in there.GroupBy(stored => (stored.Kind, stored.Domain)))
        {
            if (place.Key.Kind == StorageKind.SessionStorage && _known.TryGetValue(place.Key, out var earlier))
                earlier.UnionWith(place.Select(stored => stored.Name));
            else
                _known[place.Key] = [.. place.Select(stored => stored.Name)];
        }
    }

    private async Task<IEnumerable<StoredName>> CookiesAsync(CancellationToken cancellationToken)
    {
        var now = _ledger.Timer.Time.GetUtcNow();
        return (await context.CookiesAsync().WaitAsync(cancellationToken)).Select(cookie => new StoredName
        {
            Kind = StorageKind.Cookie,
            Name = cookie.Name,
            Domain = cookie.Domain,
            Lifetime = cookie.Expires > 0 ? DateTimeOffset.FromUnixTimeSeconds((long)cookie.Expires) - now : null,
        });
    }

    private async Task<IEnumerable<StoredName>> InFrameAsync(IFrame frame, CancellationToken cancellationToken)
    {
        try
        {
            var told = await frame.EvaluateAsync<JsonElement>(Names).WaitAsync(Limit, _ledger.Timer.Time, cancellationToken);
            var origin = told.GetProperty("origin").GetString()!;
            // A frame without an origin of its own has no storage and throws: nothing can be kept there.
            if (origin == "null")
                return [];
            TellUnread(told.GetProperty("unread"), origin);
            return [.. Places.SelectMany(place => Of(told, place.Place, place.Kind, origin))];
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            // The frame is gone, or busy: what it holds stays in the browser, and the next look sees it.
            return [];
        }
    }

    /// <summary>What is not read is not seen: the recording says so, once of each place.</summary>
    private void TellUnread(JsonElement unread, string origin)
    {
        foreach (var (place, _) in Places)
        {
            if (unread.TryGetProperty(place, out var why) && _unread.TryAdd((place, origin), true))
            {
                var remark =
                    $"The names in {place} of {origin} could not be read, so that what appears there is not seen: {why.GetString()}";
                _ledger.Console.Wrote("warning", remark, origin);
            }
        }
    }

    private static IEnumerable<StoredName> Of(JsonElement told, string place, StorageKind kind, string origin) =>
        told.GetProperty(place) is { ValueKind: JsonValueKind.Array } names
            ? names
                .EnumerateArray()
                .Select(name => name.GetString()!)
                .Where(name => name != OwnKeys)
                .Select(name => new StoredName
                {
                    Kind = kind,
                    Name = name,
                    Domain = origin,
                })
            : [];
}
