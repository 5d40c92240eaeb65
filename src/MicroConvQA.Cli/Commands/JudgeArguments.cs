using System.CommandLine;

namespace MicroConvQA.Cli.Commands;

/// <summary>The arguments of <c>judge</c>.</summary>
internal sealed class JudgeArguments
{
    private readonly Argument<string> _path = new("recording")
    {
        Description = "A recording.json, the folder of a walk that holds one, a HAR, or - for standard input.",
    };
    private readonly Option<string?> _journeys = new("--journeys")
    {
        Description = "Judge by the checklist in this folder instead of the recording's own.",
        HelpName = "DIR",
    };
    private readonly Option<string?> _config = new("--config", "-c")
    {
        Description = "Of a HAR: the configuration. Default: playwright.config.json.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _journey = new("--journey")
    {
        Description = "Of a HAR: the journey that was gone through.",
        HelpName = "NAME",
    };
    private readonly Option<string?> _consent = new("--consent")
    {
        Description = "Of a HAR: the consent state in which it was.",
        HelpName = "NAME",
    };
    private readonly Option<string?> _row = new("--row")
    {
        Description = "Of a HAR: the row of the journey's matrix, such as 'market=us'.",
        HelpName = "ROW",
    };
    private readonly Option<string[]> _variables = new("--var")
    {
        Description = "Of a HAR: what a walk would have remembered from the page, such as 'price=349'; can be given several times.",
        HelpName = "NAME=VALUE",
    };

    public Command AddTo(Command command)
    {
        command.Add(_path);
        foreach (var option in new Option[] { _journeys, _config, _journey, _consent, _row, _variables })
            command.Add(option);

        return command;
    }

    public JudgeOptions OptionsOf(ParseResult parsed) =>
        new()
        {
            Path = parsed.GetRequiredValue(_path),
            Journeys = parsed.GetValue(_journeys),
            Config = parsed.GetValue(_config),
            Journey = parsed.GetValue(_journey),
            Consent = parsed.GetValue(_consent),
            Row = parsed.GetValue(_row),
            Variables = parsed.GetValue(_variables) is { Length: > 0 } given ? given : [],
        };
}
