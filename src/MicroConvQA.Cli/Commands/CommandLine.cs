using System.CommandLine;
using MicroConvQA.Cli.Display;
using MicroConvQA.Running;

namespace MicroConvQA.Cli.Commands;

/// <summary>The command line <c>microconv</c>: its commands and options, and what each call asks for.</summary>
/// <param name="screen">The console.</param>
/// <param name="commands">What the commands do.</param>
public sealed class CommandLine(Screen screen, ICommands commands)
{
    private readonly RunArguments _run = new();
    private readonly Option<string> _config = ConfigOption();
    private readonly Argument<string> _recording = new("recording") { Description = "A recording.json, or the folder of a walk that holds one." };
    private readonly Option<string?> _journeys = new("--journeys") { Description = "Judge by the checklist in this folder instead of the recording's own.", HelpName = "DIR" };
    private readonly Option<string> _schemas = new("--output") { Description = "Where the schemas are written.", HelpName = "DIR", DefaultValueFactory = _ => "docs/schemas" };

    /// <summary>Does what the arguments ask for and returns the exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            screen.WriteError([.. parsed.Errors.Select(error => Line.Of($"command line: error: {error.Message}")), Line.Of($"Call '{CallOf(parsed)} --help' to see what there is.")]);
            return (int)ExitCode.InputWrong;
        }

        // Signals and exceptions are ours: the run has to be ended cleanly, and every exit code means something.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    internal static Option<string> ConfigOption() => new("--config", "-c")
    {
        Description = "The configuration.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "playwright.config.json",
    };

    private RootCommand Root() => new("Proves that a shop's tracking works: walks journeys in real browsers and judges every analytics hit.")
    {
        With(_run.AddTo(new Command("run", "Walks the journeys and judges them.")), parsed => commands.RunAsync(_run.OptionsOf(parsed))),
        With(new Command("judge", "Judges a recording again, without a browser.") { _recording, _journeys }, parsed => commands.JudgeAsync(parsed.GetRequiredValue(_recording), parsed.GetValue(_journeys))),
        With(new Command("doctor", "Says what is here, what is missing, and what to do about it.") { _config }, parsed => commands.DoctorAsync(parsed.GetRequiredValue(_config))),
        With(new Command("install", "Installs a browser."), _ => commands.InstallAsync()),
        With(new Command("schema", "Writes the JSON Schemas by which editors complete and check the files.") { _schemas }, parsed => commands.WriteSchemasAsync(parsed.GetRequiredValue(_schemas))),
    };

    private Command With(Command command, Func<ParseResult, Task<ExitCode>> action)
    {
        command.SetAction((parsed, _) => Guard.RunAsync(() => action(parsed), screen));
        return command;
    }

    private static string CallOf(ParseResult parsed) => parsed.CommandResult.Command is RootCommand ? "microconv" : $"microconv {parsed.CommandResult.Command.Name}";
}
