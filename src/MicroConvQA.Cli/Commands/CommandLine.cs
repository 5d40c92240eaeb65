using System.CommandLine;
using System.CommandLine.Invocation;
using MicroConvQA.Cli.Display;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Running;

namespace MicroConvQA.Cli.Commands;

/// <summary>The command line <c>microconv</c>: its commands and options, and what each call asks for.</summary>
/// <param name="screen">The console.</param>
/// <param name="commands">What the commands do.</param>
internal sealed class CommandLine(Screen screen, ICommands commands)
{
    private readonly RunArguments _run = new();
    private readonly Option<string> _config = ConfigOption();
    private readonly Argument<BrowserEngine> _engine = new("engine")
    {
        Description = "The engine. Default: Chromium.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly JudgeArguments _judge = new();
    private readonly DecodeArguments _decode = new();
    private readonly MutateArguments _mutate = new();
    private readonly Option<string?> _output = new("--output") { Description = "The folder that 'run --output' named.", HelpName = "DIR" };
    private readonly Option<bool> _open = new("--open") { Description = "Opens the report." };
    private readonly Option<string> _schemas = new("--output")
    {
        Description = "Where the schemas are written.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "docs/schemas",
    };

    /// <summary>Does what the arguments ask for and returns the exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        // Without a command it is asked what there is; that nothing was done is still a mistake for a script.
        if (arguments.Count == 0)
        {
            await Root().Parse(["--help"]).InvokeAsync();
            return (int)ExitCode.InputWrong;
        }

        var parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            screen.WriteError([
                .. parsed.Errors.Select(error => Line.Of($"command line: error: {error.Message}")),
                .. Corrections(parsed),
                Line.Of($"Call '{CallOf(parsed)} --help' to see what there is."),
            ]);
            return (int)ExitCode.InputWrong;
        }

        // Signals and exceptions are ours: the run has to be ended cleanly, and every exit code means something.
        return await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }
        );
    }

    internal static Option<string> ConfigOption() =>
        new("--config", "-c")
        {
            Description = "The configuration.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "playwright.config.json",
        };

    private RootCommand Root() =>
        new("Proves that a shop's tracking works: walks journeys in real browsers and judges every analytics hit.")
        {
            With(_run.AddTo(new Command("run", "Walks the journeys and judges them.")), parsed =>
                commands.RunAsync(_run.OptionsOf(parsed))
            ),
            With(_judge.AddTo(new Command("judge", "Judges a recording again, or a HAR, without a browser.")), parsed =>
                commands.JudgeAsync(_judge.OptionsOf(parsed))
            ),
            With(
                _mutate.AddTo(
                    new Command("mutate", "Puts tracking faults into recordings and says which of them the checklist does not find.")
                ),
                parsed => commands.MutateAsync(_mutate.OptionsOf(parsed))
            ),
            With(_decode.AddTo(new Command("decode", "Shows the analytics hits of a HAR or a recording.")), parsed =>
                commands.DecodeAsync(_decode.OptionsOf(parsed))
            ),
            With(new Command("report", "Makes the HTML report from the result files that are there.") { _config, _output, _open }, parsed =>
                commands.ReportAsync(parsed.GetRequiredValue(_config), parsed.GetValue(_output), parsed.GetValue(_open))
            ),
            With(new Command("doctor", "Says what is here, what is missing, and what to do about it.") { _config }, parsed =>
                commands.DoctorAsync(parsed.GetRequiredValue(_config))
            ),
            With(new Command("install", "Installs a browser.") { _engine }, parsed => commands.InstallAsync(parsed.GetValue(_engine))),
            With(new Command("schema", "Writes the JSON Schemas by which editors complete and check the files.") { _schemas }, parsed =>
                commands.WriteSchemasAsync(parsed.GetRequiredValue(_schemas))
            ),
        };

    private Command With(Command command, Func<ParseResult, Task<ExitCode>> action)
    {
        command.SetAction((parsed, _) => Guard.RunAsync(() => action(parsed), screen));
        return command;
    }

    /// <summary>What was probably meant, as the library knows it from the options that there are.</summary>
    private static IEnumerable<Line> Corrections(ParseResult parsed)
    {
        if (parsed.Action is not ParseErrorAction action)
            return [];

        using var said = new StringWriter();
        action.ShowHelp = false;
        parsed.Invoke(new InvocationConfiguration { Output = said, Error = said });
        var words = said.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        var command = parsed.CommandResult.Command;
        // The library's own sentence around them is in the language of the machine.
        var known = command
            .Options.Select(option => option.Name)
            .Concat(command.Subcommands.Select(subcommand => subcommand.Name))
            .ToHashSet();

        return words.Where(known.Contains).Distinct().Select(word => Line.Of($"Did you mean '{word}'?"));
    }

    private static string CallOf(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "microconv" : $"microconv {parsed.CommandResult.Command.Name}";
}
