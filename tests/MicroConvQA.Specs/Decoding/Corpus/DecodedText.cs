using System.Globalization;
using System.Text;
using MicroConvQA.Decoding;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Decoding.Corpus;

/// <summary>Decoded requests as a text that a reviewer can read.</summary>
internal static class DecodedText
{
    public static string Write(IEnumerable<DecodedRequest> requests)
    {
        var text = new StringBuilder();
        foreach (var request in requests)
        {
            Line(text, 0, $"request {request.Request.Number}", request.Vendor ?? "nobody's");
            Optional(text, 2, "problem", request.Problem);
            foreach (var hit in request.Hits)
                Write(text, hit);
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, Hit hit)
    {
        Line(text, 2, $"hit {hit.Line}", $"{hit.Event}{(hit.Role == HitRole.Event ? "" : $" ({hit.Role})")}");
        Optional(text, 4, "standard event", hit.StandardEvent);
        Optional(text, 4, "account", hit.Account);
        Optional(text, 4, "value", Json(hit.Value));
        Optional(text, 4, "currency", hit.Currency);
        Optional(text, 4, "transaction id", hit.TransactionId);
        Optional(text, 4, "item ids", hit.ItemIds.Count == 0 ? null : string.Join(", ", hit.ItemIds));
        Optional(text, 4, "event id", hit.EventId);
        Optional(text, 4, "client", hit.ClientId);
        Optional(text, 4, "session", hit.SessionId);
        Optional(text, 4, "user", hit.UserId);
        Optional(text, 4, "consent", hit.Consent is null ? null : Consent(hit.Consent));
        Optional(text, 4, "page", hit.PageUrl);
        Optional(text, 4, "page load", hit.PageLoadId);
        Optional(text, 4, "stated time", hit.StatedTime?.ToString("O", CultureInfo.InvariantCulture));
        foreach (var (name, value) in hit.Parameters)
            Line(text, 4, $". {name}", Json(value)!);
        for (var index = 0; index < hit.Items.Count; index++)
            Line(text, 4, $"item {index}", Json(hit.Items[index])!);
        foreach (var unread in hit.Unread)
            Line(text, 4, "unread", unread);
    }

    private static string Consent(ConsentSignal consent) =>
        $"ad_storage {State(consent.AdStorage)}, analytics_storage {State(consent.AnalyticsStorage)}, ad_user_data {State(consent.AdUserData)}, "
        + $"ad_personalization {State(consent.AdPersonalization)}; {consent.Raw}";

    private static string State(bool? state) =>
        state switch
        {
            true => "granted",
            false => "denied",
            null => "unset",
        };

    private static string? Json(JToken? token) => token?.ToString(Formatting.None);

    private static void Optional(StringBuilder text, int indent, string name, string? value)
    {
        if (value is not null)
            Line(text, indent, name, value);
    }

    private static void Line(StringBuilder text, int indent, string name, string value) =>
        text.Append(' ', indent).Append(name).Append(": ").Append(value).Append('\n');
}
