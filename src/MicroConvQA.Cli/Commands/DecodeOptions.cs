namespace MicroConvQA.Cli.Commands;

/// <summary>What the command line of <c>decode</c> asks for.</summary>
internal sealed record DecodeOptions
{
    /// <summary>A HAR, a recording's file, the folder of a walk, or <c>-</c> for the standard input.</summary>
    public required string Path { get; init; }

    /// <summary>Default: a table.</summary>
    public OutputFormat Format { get; init; } = OutputFormat.Table;

    /// <summary>
    /// The configuration, for its first-party endpoints; null = the recording's own, for a HAR <c>playwright.config.json</c> if there is
    /// one.
    /// </summary>
    public string? Config { get; init; }
}
