using System.CommandLine;

namespace MicroConvQA.Cli.Commands;

/// <summary>The arguments of <c>decode</c>.</summary>
internal sealed class DecodeArguments
{
    private readonly Argument<string> _path = new("file")
    {
        Description = "A HAR, a recording.json, the folder of a walk, or - for standard input.",
    };
    private readonly Option<OutputFormat> _format = FormatOption.Of("hits");
    private readonly Option<string?> _config = new("--config", "-c")
    {
        Description = "The configuration, for first-party endpoints. Default: playwright.config.json if there is one.",
        HelpName = "FILE",
    };

    public Command AddTo(Command command)
    {
        command.Add(_path);
        command.Add(_format);
        command.Add(_config);

        return command;
    }

    public DecodeOptions OptionsOf(ParseResult parsed) =>
        new()
        {
            Path = parsed.GetRequiredValue(_path),
            Format = parsed.GetValue(_format),
            Config = parsed.GetValue(_config),
        };
}
