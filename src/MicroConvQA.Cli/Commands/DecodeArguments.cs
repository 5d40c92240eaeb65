using System.CommandLine;
using System.CommandLine.Parsing;

namespace MicroConvQA.Cli.Commands;

/// <summary>The arguments of <c>decode</c>.</summary>
internal sealed class DecodeArguments
{
    private readonly Argument<string> _path = new("file") { Description = "A HAR, a recording.json, the folder of a walk, or - for standard input." };
    private readonly Option<DecodeFormat> _format = new("--format") { Description = "How hits are shown: table or json. Default: table.", HelpName = "FORMAT", CustomParser = Parse };
    private readonly Option<string?> _config = new("--config", "-c") { Description = "The configuration, for first-party endpoints. Default: playwright.config.json if there is one.", HelpName = "FILE" };

    public Command AddTo(Command command)
    {
        command.Add(_path);
        command.Add(_format);
        command.Add(_config);

        return command;
    }

    public DecodeOptions OptionsOf(ParseResult parsed) => new()
    {
        Path = parsed.GetRequiredValue(_path),
        Format = parsed.GetValue(_format),
        Config = parsed.GetValue(_config),
    };

    private static DecodeFormat Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (text is "table" or "json")
            return text == "json" ? DecodeFormat.Json : DecodeFormat.Table;

        result.AddError($"--format must be table or json, but is '{text}'.");
        return DecodeFormat.Table;
    }
}
