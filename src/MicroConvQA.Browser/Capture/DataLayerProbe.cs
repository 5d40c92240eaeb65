using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using MicroConvQA.Attribution;
using MicroConvQA.Recording;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Browser.Capture;

/// <summary>Sees every entry that a page pushes to its data layer, by a script that runs in each frame before the page's own.</summary>
internal sealed class DataLayerProbe(WatchedWalk watched, params IReadOnlyList<string> layers)
{
    private const string Binding = "__microconv";

    /// <summary>
    /// A push is told at once and, where its page was left before that was acknowledged, once more by the next page's journal.
    /// </summary>
    private readonly ConcurrentDictionary<string, bool> _seen = [];

    private readonly ForeignTime _time = new();

    private readonly TrafficLedger _ledger = watched.Ledger;

    /// <summary>Whether it also tells which scripts ask for <c>navigator.webdriver</c>.</summary>
    public bool WatchesBotChecks { get; init; }

    public async Task InstallAsync(IBrowserContext context)
    {
        await context.ExposeBindingAsync(Binding, (BindingSource source, string message) => Receive(source, message));
        await context.AddInitScriptAsync(Script());
    }

    private string Script()
    {
        using var stream = typeof(DataLayerProbe).Assembly.GetManifestResourceStream("MicroConvQA.Browser.Capture.data-layer-probe.js")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Replace("__LAYERS__", JsonSerializer.Serialize(layers is [] ? ["dataLayer"] : layers), StringComparison.Ordinal)
            .Replace("__WATCHES_BOT_CHECKS__", WatchesBotChecks ? "true" : "false", StringComparison.Ordinal);
    }

    /// <summary>
    /// A message that cannot be read is no reason to stop listening; what it may have told of is unknown from then on, and counted.
    /// </summary>
    private bool Receive(BindingSource source, string message)
    {
        try
        {
            using var parsed = JsonDocument.Parse(message);
            Read(source, parsed.RootElement);
            return true;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            Lost(source.Page!.Url, exception);
            return false;
        }
    }

    private static bool IsUnreadable(Exception exception) =>
        exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException;

    private void Lost(string url, Exception exception)
    {
        _ledger.Scripts.MessageLost();
        _ledger.Console.Wrote(
            "error",
            $"What the page told us could not be read, and a data-layer push may be missing: {exception.Message}",
            url
        );
    }

    private void Read(BindingSource source, JsonElement told)
    {
        var tab = _ledger.Pages.TabOf(source.Page!);
        var at = _ledger.Timer.Elapsed;
        var now = _time.Told(told.GetProperty("now").GetDouble(), at);
        var age = at - now.InWalk;
        switch (Text(told, "kind"))
        {
            case "push":
                Push(told.GetProperty("push"), now, tab);
                break;
            case "journal":
                foreach (var push in told.GetProperty("pushes").EnumerateArray())
                    HandedOver(push, now, tab, source.Page!.Url);
                Unheard(told.GetProperty("unheard").GetInt32(), source.Page!.Url);
                break;
            case "unheard":
                Unheard(told.GetProperty("count").GetInt32(), source.Page!.Url);
                break;
            case "felt":
                foreach (var time in told.GetProperty("times").EnumerateArray())
                    _ledger.Steps.ShopperFelt(now.At(time.GetDouble()), now.At(told.GetProperty("born").GetDouble()));
                break;
            case "stored":
                foreach (var write in told.GetProperty("writes").EnumerateArray())
                    Wrote(write);
                break;
            case "botCheck":
                _ledger.Scripts.BotChecked(now.InWalk, ScriptStack.Read(Text(told, "stack")));
                break;
            case "document" when IsVisit(told):
                _ledger.Pages.DocumentBegan(tab, Text(told, "document"), Text(told, "url"), age);
                break;
            case "moved" when IsVisit(told):
                _ledger.Pages.DocumentMoved(tab, Text(told, "document"), Text(told, "url"), age);
                break;
            case "title":
                _ledger.Pages.DocumentTitled(tab, Text(told, "document"), Text(told, "url"), Text(told, "title"));
                break;
        }
    }

    /// <summary>One that cannot be read takes none of the others with it.</summary>
    private void HandedOver(JsonElement push, ForeignMoment now, int tab, string url)
    {
        try
        {
            Push(push, now, tab);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            Lost(url, exception);
        }
    }

    /// <summary>What was pushed faster than it could be told is not known, and counted.</summary>
    private void Unheard(int count, string url)
    {
        if (count == 0)
            return;
        _ledger.Scripts.MessageLost();
        _ledger.Console.Wrote(
            "error",
            $"The page pushed {count} more entries to its data layer than could be read at once: they are not known, and one that is expected may be among them.",
            url
        );
    }

    private void Wrote(JsonElement write) =>
        watched.Writers.ScriptWrote(
            Enum.Parse<StorageKind>(Text(write, "store"), ignoreCase: true),
            Text(write, "name"),
            ScriptStack.Read(Text(write, "stack"))
        );

    private void Push(JsonElement push, ForeignMoment now, int tab)
    {
        var sighting = new RequestSighting
        {
            Transport = Transport.DataLayer,
            Method = "PUSH",
            Url = Text(push, "url"),
            Body = Encoding.UTF8.GetBytes(Text(push, "body")),
            BodyState = BodyState.Complete,
            Tab = tab,
            Trigger = TriggerOf(push),
            Fate = RequestFate.StayedOnPage,
            SeenBy = Sightings.Page,
            Dispatch = new Dispatch(now.At(push.GetProperty("time").GetDouble()), null, ScriptStack.Read(Text(push, "stack"))),
        };
        var document = Text(push, "document");
        // Only when all of it could be read: what is thrown away must not stand as seen, or the journal could not bring it.
        if (!_seen.TryAdd(Text(push, "id"), true))
            return;
        watched.Collectors.Read(sighting.Body, sighting.Url);
        _ledger.Requests.EnterPush(sighting, document);
    }

    private static PageEvent? TriggerOf(JsonElement push) =>
        push.TryGetProperty("trigger", out var trigger)
            ? new PageEvent(
                Text(trigger, "type"),
                Text(trigger, "target"),
                TimeSpan.FromMilliseconds(trigger.GetProperty("ago").GetDouble())
            )
            : null;

    private static bool IsVisit(JsonElement told) => !BlankPage.IsNoVisit(Text(told, "url"));

    /// <summary>
    /// A page's words may hold half of a character, which a reader of JSON refuses; it stands as the sign for an unknown one.
    /// </summary>
    private static string Text(JsonElement element, string name)
    {
        var value = element.GetProperty(name);
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException) when (value.ValueKind == JsonValueKind.String)
        {
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes((string)JToken.Parse(value.GetRawText())!));
        }
    }
}
