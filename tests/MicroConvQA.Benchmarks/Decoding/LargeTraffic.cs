using System.Diagnostics;
using System.Globalization;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Benchmarks.Decoding;

/// <summary>1 GB of traffic, made while it is decoded, so that what it leaves in memory is the decoders' doing.</summary>
internal static class LargeTraffic
{
    private const long Bytes = 1_000_000_000;
    private const int Quarters = 4;

    /// <summary>What Chromium sends with each, as recordings of our own hold it.</summary>
    private static readonly (string Name, string Value)[] Headers =
    [
        ("Accept", "*/*"),
        ("Accept-Encoding", "gzip, deflate, br, zstd"),
        ("Accept-Language", "en-IE"),
        ("Content-Length", "512"),
        ("Host", "collect.vendor.example"),
        ("Origin", "https://shop.example"),
        ("Referer", "https://shop.example/"),
        (
            "User-Agent",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.8078.4 Safari/537.36"
        ),
        ("priority", "u=1, i"),
        ("sec-ch-ua", "\"Not:A-Brand\";v=\"8\", \"Chromium\";v=\"156\""),
        ("sec-ch-ua-mobile", "?0"),
        ("sec-ch-ua-platform", "\"Windows\""),
        ("sec-fetch-dest", "empty"),
        ("sec-fetch-mode", "cors"),
        ("sec-fetch-site", "cross-site"),
    ];

    public static void Measure(TextWriter output)
    {
        var decoder = TrafficDecoder.For([]);
        var (hits, requests, bytes, spent, used) = (0L, 0, 0L, TimeSpan.Zero, TimeSpan.Zero);
        var peaks = new List<long>(Quarters);
        var recorded = Traffic.Recorded.Select(AsABrowserSendsIt).ToList();
        var peak = 0L;
        foreach (var request in Made(recorded))
        {
            var (began, usedBefore) = (Stopwatch.GetTimestamp(), ProcessorTime.Now);
            hits += decoder.Decode(request).Hits.Count;
            used += ProcessorTime.Now - usedBefore;
            spent += Stopwatch.GetElapsedTime(began);
            bytes += Traffic.BytesOf(request);
            if (++requests % 1_000 == 0)
                peak = Math.Max(peak, Environment.WorkingSet);
            if (bytes * Quarters < Bytes * (peaks.Count + 1))
                continue;
            peaks.Add(peak);
            peak = 0;
            if (bytes >= Bytes)
                break;
        }
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{bytes / 1e9:0.0} GB of recorded traffic, {requests:N0} requests with {hits:N0} hits: {used.TotalSeconds:0.0} s of the processor's time for decoding, {spent.TotalSeconds:0.0} s by the clock (target 20 s); the "
                    + $"largest working set in each quarter: {string.Join(", ", peaks.Select(size => $"{size / 1e6:0}"))} MB."
            )
        );
    }

    /// <summary>Each is a new text with its own number, as each request of a recording is.</summary>
    private static IEnumerable<CapturedRequest> Made(IReadOnlyList<CapturedRequest> recorded)
    {
        for (var number = 1; ; number++)
            foreach (var request in recorded)
                yield return request with
                {
                    Number = number,
                    Url = request.Url.Contains('?', StringComparison.Ordinal) ? $"{request.Url}&z={number}" : new string(request.Url),
                    Body = [.. request.Body],
                };
    }

    private static CapturedRequest AsABrowserSendsIt(CapturedRequest request)
    {
        var headers = Headers.ToDictionary(header => header.Name, header => header.Value);
        foreach (var (name, value) in request.Headers)
            headers[name] = value;
        return request with { Headers = headers };
    }
}
