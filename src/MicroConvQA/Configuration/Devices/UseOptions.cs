using MicroConvQA.Configuration.Sites;
using MicroConvQA.Source;

namespace MicroConvQA.Configuration.Devices;

/// <summary>What one <c>use</c> of the configuration says; null = nothing.</summary>
internal sealed record UseOptions
{
    public static UseOptions Empty { get; } = new();

    public string? Device { get; init; }

    public SourcePlace? DevicePlace { get; init; }

    public BrowserEngine? Engine { get; init; }

    public string? Channel { get; init; }

    public string? BaseUrl { get; init; }

    public bool? Headless { get; init; }

    public string? Locale { get; init; }

    public string? TimezoneId { get; init; }

    public ScreenSize? Viewport { get; init; }

    public ArtifactMode? Trace { get; init; }

    public ArtifactMode? Screenshot { get; init; }

    public ArtifactMode? Video { get; init; }

    public TimeSpan? ActionTimeout { get; init; }

    public TimeSpan? NavigationTimeout { get; init; }

    /// <summary>User name and password only.</summary>
    public SiteAccess? Credentials { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public bool? IgnoreHttpsErrors { get; init; }

    public LaunchOptions? Launch { get; init; }

    public RemoteBrowser? Remote { get; init; }

    public SourcePlace? RemotePlace { get; init; }
}

/// <summary>What <c>launchOptions</c> of the configuration say.</summary>
internal sealed record LaunchOptions(string? ExecutablePath, IReadOnlyList<string> Arguments, TimeSpan SlowMotion);
