using MicroConvQA.Browser.Acting;
using MicroConvQA.Configuration;
using MicroConvQA.Planning;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Walking;

/// <summary>
/// Trace and video of one walk, by the device's settings. Both show what was typed, so a walk that uses a secret keeps neither unless the
/// configuration says <c>on</c>.
/// </summary>
internal sealed class WalkEvidence
{
    private const string TraceFile = "trace.zip";
    private const string VideoFile = "video.webm";

    private readonly string _directory;
    private readonly bool _tracesPictures;
    private readonly bool _tracesPages;

    public WalkEvidence(Walk walk, RunConfiguration configuration, string directory)
    {
        _directory = directory;
        var usesSecret = configuration.Secrets.Any(name => Uses(walk, configuration, name));
        KeepsTrace = IsKept(walk.Device.Trace, usesSecret);
        KeepsVideo = IsKept(walk.Device.Video, usesSecret);
        // The film strip costs a core, and a copy of the page around each action costs as much as the walk itself: that of each step is
        // kept beside the recording. Who is walked again is looked at more closely.
        _tracesPictures = walk.Device.Trace == ArtifactMode.On;
        _tracesPages = _tracesPictures || walk.Attempt > 1;
    }

    public bool KeepsTrace { get; }

    public bool KeepsVideo { get; }

    public void Prepare(BrowserNewContextOptions options)
    {
        if (!KeepsVideo)
            return;
        options.RecordVideoDir = _directory;
        options.RecordVideoSize = options.ViewportSize is { } size ? new() { Width = size.Width, Height = size.Height } : null;
    }

    public Task StartAsync(IBrowserContext context, string title) =>
        KeepsTrace
            ? context.Tracing.StartAsync(
                new()
                {
                    Title = title,
                    Snapshots = _tracesPages,
                    Screenshots = _tracesPictures,
                }
            )
            : Task.CompletedTask;

    /// <summary>Writes the trace, before the context is closed.</summary>
    /// <returns>Its file name; null = none.</returns>
    public async Task<string?> StopAsync(IBrowserContext context)
    {
        if (!KeepsTrace)
            return null;
        try
        {
            await context.Tracing.StopAsync(new() { Path = Path.Combine(_directory, TraceFile) });
            return TraceFile;
        }
        catch (Exception exception) when (WorldFault.Is(exception))
        {
            // With a browser that died its trace is lost; the breakage says that it died.
            return null;
        }
    }

    /// <summary>Gives the first tab's video its name, after the context is closed.</summary>
    /// <returns>Its file name; null = none.</returns>
    public async Task<string?> NameVideoAsync(IPage? first)
    {
        if (!KeepsVideo || first?.Video is not { } video)
            return null;
        try
        {
            File.Move(await video.PathAsync(), Path.Combine(_directory, VideoFile), overwrite: true);
            return VideoFile;
        }
        catch (Exception exception) when (WorldFault.Is(exception) || exception is IOException)
        {
            return null;
        }
    }

    private static bool IsKept(ArtifactMode mode, bool usesSecret) =>
        mode switch
        {
            ArtifactMode.Off => false,
            ArtifactMode.On => true,
            ArtifactMode.RetainOnFailure => !usesSecret,
            _ => throw new InvalidOperationException($"unknown artifact mode {mode}"),
        };

    private static bool Uses(Walk walk, RunConfiguration configuration, string name) =>
        walk.Journey.Sources.Append(configuration.Source).Any(source => source.Text.Contains($"$env.{name}", StringComparison.Ordinal));
}
