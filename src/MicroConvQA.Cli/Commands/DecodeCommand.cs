using MicroConvQA.Browser.Composing;
using MicroConvQA.Cli.Display;
using MicroConvQA.Configuration;
using MicroConvQA.Decoding;
using MicroConvQA.Planning;
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

    public ExitCode Decode(DecodeOptions options, CancellationToken cancellationToken)
    {
        var captured = TrafficFile.Read(options.Path, Console.OpenStandardInput, cancellationToken);
        var decoder = Configuration(options, captured) is { } configuration ? TrafficDecoder.For(configuration) : TrafficDecoder.For([]);
        var traffic = DecodedTraffic.Of(captured.Requests, decoder);
        if (options.Format == OutputFormat.Json)
        {
            HitsJson.Write(traffic, captured.StartedAt, output);
            screen.WriteError(TrafficSummary.Of(captured, traffic));
        }
        else
            screen.Write([TrafficSummary.Head(captured), Line.Empty, .. HitLines.Of(traffic), .. TrafficSummary.Of(captured, traffic)]);

        return ExitCode.Passed;
    }

    /// <summary>A configuration is read only where there is one.</summary>
    private static RunConfiguration? Configuration(DecodeOptions options, CapturedTraffic captured)
    {
        var file = options.Config ?? (captured.Har is not null && File.Exists(DefaultConfig) ? DefaultConfig : null);
        var text = file is null ? captured.Recording?.Configuration : ConfigurationText.Read(file);
        if (text is null)
            return null;

        var composition = new BrowserlessComposition();
        var root = Path.GetDirectoryName(Path.GetFullPath(file ?? DefaultConfig))!;
        return file is null
            ? composition.Configurations.Read(text, root, captured.Recording!.Vendors)
            : new WorkspaceReader(composition.Configurations).ReadConfiguration(text, root);
    }
}
