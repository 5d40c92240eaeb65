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

    /// <summary>They only bound a wait on a browser that hangs: a trace is written within seconds, a video is there already.</summary>
    private static readonly TimeSpan TraceLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan VideoLimit = TimeSpan.FromSeconds(5);

    private readonly string _directory;
    private readonly bool _tracesPictures;

    public WalkEvidence(Walk walk, RunConfiguration configuration, string directory)
    {
        _directory = directory;
        var usesSecret = configuration.Secrets.Any(name => Uses(walk, configuration, name));
        KeepsMarkup = IsKept(walk.Device.Trace, usesSecret);
        KeepsVideo = IsKept(walk.Device.Video, usesSecret);
        // A trace costs a good part of a walk, its copies of the page and its film strip as much again. What each step left is kept beside
        // the recording in any case; who is walked again, because it broke or failed, is looked at closely.
        _tracesPictures = walk.Device.Trace == ArtifactMode.On;
        KeepsTrace = KeepsMarkup && (_tracesPictures || walk.Attempt > 1);
    }

    /// <summary>Whether the page's markup is kept after each step and where it broke.</summary>
    public bool KeepsMarkup { get; }

    /// <summary>Whether Playwright's trace is kept of this walk.</summary>
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
                    Snapshots = true,
                    Screenshots = _tracesPictures,
                }
            )
            : Task.CompletedTask;

    /// <summary>Writes the trace, before the context is closed.</summary>
    /// <returns>Its file name; null = none.</returns>
    public async Task<string?> StopAsync(IBrowserContext context, TimeProvider time)
    {
        if (!KeepsTrace)
            return null;
        try
        {
            await context.Tracing.StopAsync(new() { Path = Path.Combine(_directory, TraceFile) }).WaitAsync(TraceLimit, time);
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
    public async Task<string?> NameVideoAsync(IPage? first, TimeProvider time)
    {
        if (!KeepsVideo || first?.Video is not { } video)
            return null;
        try
        {
            File.Move(await video.PathAsync().WaitAsync(VideoLimit, time), Path.Combine(_directory, VideoFile), overwrite: true);
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
