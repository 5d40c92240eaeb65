using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Decoding.Corpus;

namespace MicroConvQA.Benchmarks.Decoding;

/// <summary>The corpus' requests as sets to be measured.</summary>
internal static class Traffic
{
    public const string Ga4Single = "ga4, one hit a request";
    public const string Ga4Batch = "ga4, batches";

    private const int NightOfRequests = 100_000;

    private static readonly TrafficDecoder Decoder = TrafficDecoder.For([]);
    public static IReadOnlyList<CapturedRequest> Recorded { get; } =
    [.. CorpusShape.All().Where(shape => shape.Vendor != "har").SelectMany(shape => shape.Requests())];

    /// <summary>The requests that carry hits, by vendor.</summary>
    public static IReadOnlyDictionary<string, CapturedRequest[]> ByVendor { get; } = Sets();

    /// <summary>A night's requests: the corpus again and again, and as many of the shop's own, which are nobody's.</summary>
    public static CapturedRequest[] Night { get; } =
    [.. Enumerable.Range(0, NightOfRequests).Select(index => index % 2 == 0 ? Recorded[index / 2 % Recorded.Count] : OfTheShop(index / 2))];

    public static int HitsOf(IEnumerable<CapturedRequest> requests) => requests.Sum(request => Decoder.Decode(request).Hits.Count);

    /// <summary>What a request weighs in a recording: its URL, its headers and its body.</summary>
    public static long BytesOf(CapturedRequest request) =>
        request.Url.Length + request.Headers.Sum(header => header.Key.Length + header.Value.Length) + request.Body.Length;

    private static Dictionary<string, CapturedRequest[]> Sets()
    {
        var sets = new Dictionary<string, CapturedRequest[]>();
        var decoded = Recorded.Select(Decoder.Decode).Where(request => request.Hits.Count > 0).ToList();
        var events = decoded.Where(request => request.Vendor == "ga4" && request.Hits[0].Role == HitRole.Event).ToList();
        sets[Ga4Single] = [.. events.Where(request => request.Hits.Count == 1).Select(request => request.Request)];
        sets[Ga4Batch] = [.. events.Where(request => request.Hits.Count > 1).Select(request => request.Request)];
        foreach (
            var vendor in decoded
                .Where(request => request.Vendor != "ga4")
                .GroupBy(request => request.Vendor!)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
            sets[vendor.Key] = [.. vendor.Select(request => request.Request)];
        return sets;
    }

    private static CapturedRequest OfTheShop(int index) =>
        Recorded[0] with
        {
            Number = index,
            Transport = Transport.Fetch,
            Method = index % 8 == 0 ? "POST" : "GET",
            Url =
                index % 4 == 0
                    ? $"https://shop.example/api/products?page={index}&sort=price&filter=lamps"
                    : $"https://cdn.shop.example/assets/{index:x8}/image.webp?w=640&q=80",
            Headers = new Dictionary<string, string>(),
            Body = index % 8 == 0 ? "{\"sku\":\"LAMP-ARC-01\",\"quantity\":1,\"options\":{\"colour\":\"brass\"}}"u8.ToArray() : [],
            BodyState = index % 8 == 0 ? BodyState.Complete : BodyState.None,
        };
}
