using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Floodlight;

/// <summary>Builds the hit of one request; an activity is called by its group and its tag, <c>sales/purch0</c>.</summary>
internal static class FloodlightHit
{
    /// <summary>What makes a request a redirect's second half, or Chrome's own attribution report.</summary>
    private static readonly string[] Copies = ["dc_pre", "register_conversion"];

    /// <summary>What an advertisement, and not an advertiser's page, sends to the same place.</summary>
    private static readonly string[] OfAdvertisements = ["met", "dc_pixel_url", "dc_seg"];

    public static Hit Read(RequestContent request, FieldList fields)
    {
        var isOfAdvertisement = !fields.Has("cat") && OfAdvertisements.Any(fields.Has);
        var (parameters, wire, unread) = (new JObject(), new JObject(), new List<string>());
        var isSale = fields.Has("cost") || fields.Has("qty");
        FloodlightFields.Table.Sort(fields, parameters, wire, field => PutOwn(field, isSale, parameters));
        if (fields["src"] is { Length: > 0 } source)
            parameters["send_to"] = $"DC-{source}/{fields["type"]}/{fields["cat"]}";
        var items = FloodlightItems.Read(fields[FloodlightFields.Products], parameters, unread);
        if (WireFields.Attach(parameters, wire) is { } hidden)
            unread.Add(hidden);
        return new Hit
        {
            Vendor = "floodlight",
            Account = fields["src"] is { Length: > 0 } advertiser ? $"DC-{advertiser}" : null,
            Event = isOfAdvertisement ? "activity" : Name(fields),
            Role = isOfAdvertisement || Copies.Any(fields.Has) ? HitRole.Companion : HitRole.Event,
            Parameters = parameters,
            Items = items,
            EventId = EventId(fields, isSale),
            ClientId = fields["auiddc"],
            Consent = GoogleConsent.Read(fields),
            PageUrl = fields["~oref"] is { Length: > 0 } page ? page : null,
            Request = request.Request,
            Unread = unread,
        };
    }

    private static string Name(FieldList fields) =>
        fields["cat"] is { Length: > 0 } tag
            ? $"{fields["type"]}/{tag}"
            : throw new UnreadableRequestException("It names no activity: there is no 'cat' in its path.");

    /// <summary>Custom variables are the shop's own; a sale's number is its order's.</summary>
    private static bool PutOwn(Field field, bool isSale, JObject parameters)
    {
        var (name, value) = field;
        if (name == "ord" && isSale)
            parameters["transaction_id"] = value;
        else if (name is ['u', _, ..] && name.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
            parameters[name] = value;
        else
            return false;
        return true;
    }

    /// <summary>A counter's number is random, and that of a counter of visitors always 1 with a random one beside it.</summary>
    private static string? EventId(FieldList fields, bool isSale) =>
        (fields["dc_random"], fields["num"], fields["ord"]) switch
        {
            ({ Length: > 0 } random, _, _) => random,
            (_, { Length: > 1 } random, _) => random,
            (_, _, { Length: > 1 } random) when !isSale => random,
            _ => null,
        };
}
