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

    public static void Measure(TextWriter output)
    {
        var decoder = TrafficDecoder.For([]);
        var (hits, requests, bytes, spent) = (0L, 0, 0L, TimeSpan.Zero);
        var peaks = new List<long>(Quarters);
        var peak = 0L;
        foreach (var request in Made())
        {
            var began = Stopwatch.GetTimestamp();
            hits += decoder.Decode(request).Hits.Count;
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
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{bytes / 1e9:0.0} GB of recorded traffic, {requests:N0} requests with {hits:N0} hits: {spent.TotalSeconds:0.0} s of decoding (target 20 s); the "
            + $"largest working set in each quarter: {string.Join(", ", peaks.Select(size => $"{size / 1e6:0}"))} MB."));
    }

    /// <summary>Each is a new text with its own number, as each request of a recording is.</summary>
    private static IEnumerable<CapturedRequest> Made()
    {
        for (var number = 1; ; number++)
            foreach (var request in Traffic.Recorded)
                yield return request with
                {
                    Number = number,
                    Url = request.Url.Contains('?', StringComparison.Ordinal) ? $"{request.Url}&z={number}" : new string(request.Url),
                    Body = [.. request.Body],
                };
    }
}
