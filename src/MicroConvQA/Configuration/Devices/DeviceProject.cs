using MicroConvQA.Configuration.Sites;
using MicroConvQA.Source;

namespace MicroConvQA.Configuration.Devices;

/// <summary>A device to walk on: a project of <c>playwright.config.json</c> with everything it inherits from <c>use</c>.</summary>
public sealed record DeviceProject
{
    /// <summary>The name that journeys and reports use: <c>pixel-7</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The engine asked for; the recording says which one really ran.</summary>
    public required BrowserEngine Engine { get; init; }

    /// <summary>Playwright's name of the device: <c>Pixel 7</c>; null = none.</summary>
    public string? Descriptor { get; init; }

    /// <summary>desktop, phone or tablet.</summary>
    public required string Group { get; init; }

    /// <summary>Overrides the descriptor's viewport; null = the descriptor's.</summary>
    public ScreenSize? Viewport { get; init; }

    public string? Locale { get; init; }

    public string? TimezoneId { get; init; }

    /// <summary>The market's own site; null = the run's base URL.</summary>
    public string? BaseUrl { get; init; }

    public string? ExecutablePath { get; init; }

    /// <summary>An installed browser's channel: <c>chrome</c>, <c>msedge</c>; null = none.</summary>
    public string? Channel { get; init; }

    /// <summary>The browser elsewhere that it is walked on; null = one of this machine.</summary>
    public RemoteBrowser? Remote { get; init; }

    /// <summary>Further command line arguments of the browser.</summary>
    public IReadOnlyList<string> LaunchArguments { get; init; } = [];

    /// <summary>What the site asks for. Default: nothing.</summary>
    public SiteAccess Access { get; init; } = SiteAccess.Open;

    /// <summary>Whether pages can tell that the browser is driven. Default honest.</summary>
    public Automation Automation { get; init; } = Automation.Honest;

    public ArtifactMode Trace { get; init; } = ArtifactMode.RetainOnFailure;

    public ArtifactMode Screenshot { get; init; } = ArtifactMode.RetainOnFailure;

    public ArtifactMode Video { get; init; } = ArtifactMode.Off;

    /// <summary>How long one action may wait for its element. Default 10 s.</summary>
    public TimeSpan ActionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a navigation may take. Default 30 s.</summary>
    public TimeSpan NavigationTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public required SourcePlace Place { get; init; }
}
