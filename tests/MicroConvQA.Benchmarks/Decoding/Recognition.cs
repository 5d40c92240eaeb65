using BenchmarkDotNet.Attributes;
using MicroConvQA.Decoding;
using MicroConvQA.Source;
using MicroConvQA.Vendors;

namespace MicroConvQA.Benchmarks.Decoding;

/// <summary>Whose a request is, asked of today's vendors and of 200 more.</summary>
public class Recognition
{
    public const int More = 200;

    private readonly TrafficDecoder _today = TrafficDecoder.For([]);
    private readonly TrafficDecoder _many = new(StandardDecoders.All.WithDeclared(Declared()), []);

    [Benchmark]
    public int OfTodaysVendors() => Count(_today);

    [Benchmark]
    public int OfManyVendors() => Count(_many);

    private static int Count(TrafficDecoder decoder)
    {
        var known = 0;
        foreach (var request in Traffic.Night)
            known += decoder.IsAnalytics(request) ? 1 : 0;
        return known;
    }

    private static IReadOnlyList<VendorDeclaration> Declared()
    {
        var problems = new SourceProblems();
        var vendors = new VendorReader([], []).Read([.. Enumerable.Range(1, More).Select(Text)], problems);
        problems.ThrowIfAny();
        return vendors!;
    }

    private static SourceText Text(int number) =>
        new(
            $"vendors/more{number}.yaml",
            $$$"""
            vendor: more{{{number}}}
            title: More {{{number}}}
            endpoints: [collect.more{{{number}}}.example/e, '*.more{{{number}}}.example/collect', '*/more{{{number}}}/hit']
            payload: {where: {query.more{{{number}}}: {there: true}}, keys: more{{{number}}}}
            hit: {event: query.e}
            """
        );
}
