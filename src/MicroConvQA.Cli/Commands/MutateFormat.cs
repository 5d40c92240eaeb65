namespace MicroConvQA.Cli.Commands;

/// <summary>How the fates of mutants are shown.</summary>
public enum MutateFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For programs, as docs/mutation.md says.</summary>
    Json,
}
