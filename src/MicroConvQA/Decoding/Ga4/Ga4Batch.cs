using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.Ga4;

/// <summary>GA4's batch: each line of the body is one event, whose fields extend and override the query's.</summary>
internal static class Ga4Batch
{
    public static DecodedHits Read(RequestContent request)
    {
        var lines = FieldList.ParseLines(request.BodyText);
        if (lines.Count == 0)
            lines.Add(FieldList.Empty);
        WireList.DemandFew((long)lines.Count * request.Query.Count);
        var hits = new List<Hit>(lines.Count);
        var nameless = 0;
        foreach (var line in lines)
            if ((line["en"] ?? request.Query["en"]) is { Length: > 0 } name)
                hits.Add(Ga4Hit.Read(request, request.Query, line, name, HitRole.Event));
            else
                nameless++;
        return (hits.Count, nameless) switch
        {
            (_, 0) => new DecodedHits(hits),
            (0, _) => throw new UnreadableRequestException("It names no event: there is no 'en' in its query or body."),
            _ => new DecodedHits(
                hits,
                $"{nameless} of the {lines.Count} lines of the batch to Google Analytics 4 name no event (no 'en'), so what they carry is unknown."
            ),
        };
    }

    public static bool NamesAnEvent(string body) =>
        body.StartsWith("en=", StringComparison.Ordinal)
        || body.Contains("\nen=", StringComparison.Ordinal)
        || body.Contains("&en=", StringComparison.Ordinal);
}
