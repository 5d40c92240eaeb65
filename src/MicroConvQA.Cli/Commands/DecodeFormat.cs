namespace MicroConvQA.Cli.Commands;

/// <summary>How decoded hits are shown.</summary>
public enum DecodeFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For programs, as docs/hits-json.md says.</summary>
    Json,
}
