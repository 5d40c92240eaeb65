using System.CommandLine;
using System.CommandLine.Parsing;

namespace MicroConvQA.Cli.Commands;

/// <summary>The option <c>--format</c>.</summary>
internal static class FormatOption
{
    /// <param name="what">What is shown: <c>hits</c>.</param>
    public static Option<OutputFormat> Of(string what) =>
        new("--format")
        {
            Description = $"How {what} are shown: table or json. Default: table.",
            HelpName = "FORMAT",
            CustomParser = Parse,
        };

    private static OutputFormat Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (text is "table" or "json")
            return text == "json" ? OutputFormat.Json : OutputFormat.Table;

        result.AddError($"--format must be table or json, but is '{text}'.");
        return OutputFormat.Table;
    }
}

/// <summary>How a command shows what it found.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For programs, as docs/hits-json.md and docs/mutation.md say.</summary>
    Json,
}
