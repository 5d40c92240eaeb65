using MicroConvQA.Planning;

namespace MicroConvQA.Cli.Commands;

/// <summary>What the command line of <c>run</c> asks for; null = as the configuration says.</summary>
internal sealed record RunOptions
{
    /// <summary>The path of the configuration. Default <c>playwright.config.json</c>.</summary>
    public string Config { get; init; } = "playwright.config.json";

    /// <summary>Which walks are walked, and how often.</summary>
    public RunSelection Selection { get; init; } = RunSelection.Everything;

    public int? Workers { get; init; }

    public int? Retries { get; init; }

    /// <summary>Whether the run proves itself, also where the configuration does not say so.</summary>
    public bool Canary { get; init; }

    public bool Headed { get; init; }

    public TimeSpan? SlowMotion { get; init; }

    /// <summary>The site under test instead of the configuration's, the demo shop and the web server.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Faults of the demo shop that are switched on, instead of the configuration's.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Whether the HTML report is left out; result files are always written.</summary>
    public bool NoReport { get; init; }

    /// <summary>Whether the HTML report is opened in the end.</summary>
    public bool Open { get; init; }

    /// <summary>The folder beneath which everything is written, instead of the configuration's folders.</summary>
    public string? Output { get; init; }
}
