using MicroConvQA.Browser.Composing;
using MicroConvQA.Cli.Display;
using MicroConvQA.Configuration;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using MicroConvQA.Reporting.Hits;
using MicroConvQA.Running;

namespace MicroConvQA.Cli.Commands;

/// <summary>Shows the hits of traffic that was recorded anywhere.</summary>
/// <param name="screen">The console.</param>
/// <param name="output">Where JSON goes, letter for letter.</param>
internal sealed class DecodeCommand(Screen screen, TextWriter output)
{
    private const string DefaultConfig = "playwright.config.json";

    public async Task<ExitCode> DecodeAsync(DecodeOptions options, CancellationToken cancellationToken)
    {
        var captured = TrafficFile.Read(options.Path, Console.OpenStandardInput, cancellationToken);
        var destinations = await DestinationsAsync(options, captured);
        var traffic = DecodedTraffic.Of(captured.Requests, TrafficDecoder.For(destinations));
        if (options.Format == DecodeFormat.Json)
        {
            HitsJson.Write(traffic, captured.StartedAt, output);
            screen.WriteError(TrafficSummary.Of(captured, traffic));
        }
        else
            screen.Write([TrafficSummary.Head(captured), Line.Empty, .. HitTable.Of(traffic), .. TrafficSummary.Of(captured, traffic)]);

        return ExitCode.Passed;
    }

    /// <summary>A configuration is read only where there is one: reading it needs the device catalogue, and decoding does not.</summary>
    private static async Task<IReadOnlyList<Destination>> DestinationsAsync(DecodeOptions options, CapturedTraffic captured)
    {
        var file = options.Config ?? (captured.Har is not null && File.Exists(DefaultConfig) ? DefaultConfig : null);
        var text = file is null ? captured.Recording?.Configuration : ConfigurationText.Read(file);
        if (text is null)
            return [];

        using var composition = await Composition.StartAsync();
        return composition.Configurations.Read(text, Path.GetDirectoryName(Path.GetFullPath(file ?? DefaultConfig))!).Destinations;
    }
}
