using BenchmarkDotNet.Attributes;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Benchmarks.Decoding;

/// <summary>The corpus' requests of one vendor, from the captured bytes to hits.</summary>
public class VendorDecoding
{
    private readonly TrafficDecoder _decoder = TrafficDecoder.For([]);
    private CapturedRequest[] _requests = [];

    public static IEnumerable<string> Vendors => Traffic.ByVendor.Keys;

    [ParamsSource(nameof(Vendors))]
    public string Vendor { get; set; } = "";

    [GlobalSetup]
    public void Take() => _requests = Traffic.ByVendor[Vendor];

    [Benchmark]
    public int Decode()
    {
        var hits = 0;
        foreach (var request in _requests)
            hits += _decoder.Decode(request).Hits.Count;
        return hits;
    }

    /// <summary>With all that is kept until somebody asks for it.</summary>
    [Benchmark]
    public int DecodeAndAsk()
    {
        var parameters = 0;
        foreach (var request in _requests)
        foreach (var hit in _decoder.Decode(request).Hits)
            parameters += hit.Parameters.Count;
        return parameters;
    }

    [Benchmark]
    public int Reference()
    {
        var values = 0;
        foreach (var request in _requests)
            values += PlainReference.Read(request);
        return values;
    }
}
