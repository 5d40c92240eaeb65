namespace MicroConvQA.Cli.Commands;

/// <summary>How a command shows what it found.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For programs, as docs/hits-json.md and docs/mutation.md say.</summary>
    Json,
}
