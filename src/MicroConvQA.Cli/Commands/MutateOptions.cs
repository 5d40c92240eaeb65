namespace MicroConvQA.Cli.Commands;

/// <summary>What the command line of <c>mutate</c> asks for.</summary>
internal sealed record MutateOptions
{
    /// <summary>A recording's file, the folder of its walk, or a run's output folder.</summary>
    public required string Path { get; init; }

    /// <summary>The folder of the checklist to judge by; null = the recordings' own texts.</summary>
    public string? Journeys { get; init; }

    /// <summary>Default: a table.</summary>
    public OutputFormat Format { get; init; } = OutputFormat.Table;

    /// <summary>The score in percent that is enough; default 100.</summary>
    public double Threshold { get; init; } = 100;

    /// <summary>
    /// Whether walks on every device are mutated; default: one of each journey, consent state and row, because the checklist is the same on
    /// all.
    /// </summary>
    public bool AllDevices { get; init; }
}
