using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace MicroConvQA.Benchmarks.Decoding;

/// <summary>What decoding costs on one core, held against a plain reading of the same bytes in the same run.</summary>
internal static class DecodingCost
{
    public static int Measure(TextWriter output)
    {
        WarmUp();
        WriteVendors(Run<VendorDecoding>(), output);
        WriteNight(Run<NightDecoding>(), output);
        WriteRecognition(Run<Recognition>(), output);
        SingleHits.Measure(output);
        LargeTraffic.Measure(output);
        return 0;
    }

    /// <summary>Until the compiler has seen what is hot, which else the first vendor would pay for all.</summary>
    private static void WarmUp()
    {
        var night = new NightDecoding();
        for (var round = 0; round < 3; round++)
            _ = (night.Decode(), night.Reference());
    }

    // In this process: what is measured needs no project of its own, and a runtime newer than the measuring tool is none of its concern.
    private static Summary Run<T>() =>
        BenchmarkRunner.Run<T>(
            ManualConfig
                .CreateEmpty()
                .AddJob(
                    Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                        .WithEvaluateOverhead(false)
                        .WithWarmupCount(2)
                        .WithIterationCount(7)
                        .WithIterationTime(TimeInterval.FromMilliseconds(40))
                )
                .AddDiagnoser(MemoryDiagnoser.Default)
                .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
                .AddLogger(NullLogger.Instance)
                .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "microconv-benchmarks"))
        );

    private static void WriteVendors(Summary summary, TextWriter output)
    {
        output.WriteLine(
            "| vendor | hits a second | µs a hit | bytes a hit | × the plain reading | × with all that is read when asked for |"
        );
        output.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var (vendor, requests) in Traffic.ByVendor)
        {
            var decode = Of(summary, nameof(VendorDecoding.Decode), vendor);
            var asked = Of(summary, nameof(VendorDecoding.DecodeAndAsk), vendor);
            var reference = Of(summary, nameof(VendorDecoding.Reference), vendor);
            var hits = Traffic.HitsOf(requests);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {vendor} | {1e9 * hits / decode.Nanoseconds:N0} | {decode.Nanoseconds / hits / 1000:0.00} | {decode.Bytes / hits:N0} | {decode.Nanoseconds / reference.Nanoseconds:0.0} | {asked.Nanoseconds / reference.Nanoseconds:0.0} |"
                )
            );
        }
        output.WriteLine();
    }

    private static void WriteNight(Summary summary, TextWriter output)
    {
        var (decode, reference) = (Of(summary, nameof(NightDecoding.Decode)), Of(summary, nameof(NightDecoding.Reference)));
        var hits = Traffic.HitsOf(Traffic.Night);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A mixed night of {Traffic.Night.Length:N0} requests with {hits:N0} hits: {decode.Nanoseconds / 1e6:0} ms, {1e9 * hits / decode.Nanoseconds:N0} hits a second, "
                    + $"{decode.Bytes / hits:N0} bytes a hit, {decode.Nanoseconds / reference.Nanoseconds:0.0} × the plain reading."
            )
        );
    }

    private static void WriteRecognition(Summary summary, TextWriter output)
    {
        var (today, many) = (Of(summary, nameof(Recognition.OfTodaysVendors)), Of(summary, nameof(Recognition.OfManyVendors)));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Whose a request is: {today.Nanoseconds / Traffic.Night.Length:0} ns with today's vendors, {many.Nanoseconds / Traffic.Night.Length:0} ns with {Recognition.More} more."
            )
        );
    }

    private static (double Nanoseconds, double Bytes) Of(Summary summary, string method, string? vendor = null)
    {
        var report = summary.Reports.Single(one =>
            one.BenchmarkCase.Descriptor.WorkloadMethod.Name == method
            && (vendor is null || one.BenchmarkCase.Parameters.Items.Any(parameter => (string)parameter.Value == vendor))
        );
        var measured = report.ResultStatistics
            ?? throw new InvalidOperationException(
                $"'{method}' was not measured: {string.Join(" ", summary.ValidationErrors.Select(error => error.Message))}"
            );
        return (measured.Median, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
