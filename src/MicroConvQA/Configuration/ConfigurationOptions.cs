using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Reports;
using MicroConvQA.Configuration.Sites;

namespace MicroConvQA.Configuration;

/// <summary>What the configuration's file says, before defaults, inheritance and paths.</summary>
internal sealed record ConfigurationOptions
{
    public string TestDirectory { get; init; } = "journeys";

    public string OutputDirectory { get; init; } = "test-results";

    public TimeSpan? Timeout { get; init; }

    public int Retries { get; init; }

    public int? Workers { get; init; }

    public IReadOnlyList<ReporterOptions>? Reporters { get; init; }

    public UseOptions Use { get; init; } = UseOptions.Empty;

    public IReadOnlyList<ProjectOptions> Projects { get; init; } = [];

    public WebServerOptions? WebServer { get; init; }

    public MicroconvOptions Microconv { get; init; } = new();
}
