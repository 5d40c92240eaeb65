using BenchmarkDotNet.Attributes;
using MicroConvQA.Decoding;

namespace MicroConvQA.Benchmarks.Decoding;

/// <summary>A mixed night of 100,000 requests: all vendors in turn, and as many requests of the shop's own.</summary>
public class NightDecoding
{
    private readonly TrafficDecoder _decoder = TrafficDecoder.For([]);

    [Benchmark]
    public int Decode()
    {
        var hits = 0;
        foreach (var request in Traffic.Night)
            hits += _decoder.Decode(request).Hits.Count;
        return hits;
    }

    [Benchmark]
    public int Reference()
    {
        var values = 0;
        foreach (var request in Traffic.Night)
            values += PlainReference.Read(request);
        return values;
    }
}
