using System.Globalization;
using MicroConvQA.Decoding;

namespace MicroConvQA.Benchmarks.Decoding;

/// <summary>The shop's most frequent request, one GA4 hit, against its target: 200,000 a second on one core.</summary>
internal static class SingleHits
{
    public static void Measure(TextWriter output)
    {
        var decoder = TrafficDecoder.For([]);
        var requests = Traffic.ByVendor[Traffic.Ga4Single];
        var (least, median) = ProcessorTime.Of(() => Array.ForEach(requests, request => decoder.Decode(request)));
        var (leastPlain, medianPlain) = ProcessorTime.Of(() => Array.ForEach(requests, request => PlainReference.Read(request)));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A single GA4 hit by the processor's time: {median / requests.Length:0.0} µs, at least {least / requests.Length:0.0} µs (target 5 µs); "
                    + $"{median / medianPlain:0.0} and {least / leastPlain:0.0} × the plain reading (target 2.5)."
            )
        );
    }
}
