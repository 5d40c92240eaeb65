using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.GoogleAds;

/// <summary>Builds the hit of one request; what the call named <c>send_to</c> is put together again from path and label.</summary>
internal static class GoogleAdsHit
{
    public static Hit Read(RequestContent request, GoogleAdsPlace place)
    {
        var query = request.Query;
        var account = place.Id is { } id ? $"AW-{id}" : query["tid"];
        var unread = new List<string>();
        var (parameters, wire) = (new JObject(), new JObject());
        GoogleAdsFields.Table.Sort(query, parameters, wire);
        if (account is not null)
            parameters["send_to"] = query["label"] is { Length: > 0 } label ? $"{account}/{label}" : account;
        var items = GoogleAdsItems.Read(query, parameters, unread);
        if (WireFields.Attach(parameters, wire) is { } hidden)
            unread.Add(hidden);
        return new Hit
        {
            Vendor = "google-ads",
            Account = account,
            Event = Name(request, place),
            Role = RoleOf(place.Kind),
            // A conversion says what event it was made of.
            StandardEvent = query["bttype"] is { } made ? StandardNames.OfGoogle.GetValueOrDefault(made) : null,
            Parameters = parameters,
            Items = items,
            ClientId = query["auid"],
            Consent = GoogleConsent.Read(query),
            PageUrl = query["url"] ?? query["dl"],
            StatedTime = WireNumber.ReadTime(query["fst"]),
            Request = request.Request,
            Unread = unread,
        };
    }

    private static string Name(RequestContent request, GoogleAdsPlace place) =>
        (request.Query["en"], place.Kind) switch
        {
            ({ Length: > 0 } name, _) => name,
            (_, GoogleAdsKind.UserData) => "form-data",
            // Tags older than gtag.js name no event.
            (_, GoogleAdsKind.Conversion) => "conversion",
            (_, GoogleAdsKind.Copy or GoogleAdsKind.Companion) => "companion",
            _ => throw new UnreadableRequestException("It names no event: there is no 'en' in its query."),
        };

    private static HitRole RoleOf(GoogleAdsKind kind) =>
        kind switch
        {
            GoogleAdsKind.Conversion or GoogleAdsKind.Remarketing => HitRole.Event,
            GoogleAdsKind.Copy or GoogleAdsKind.Companion => HitRole.Companion,
            GoogleAdsKind.UserData => HitRole.State,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
