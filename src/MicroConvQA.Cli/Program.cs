using System.Text;
using MicroConvQA.Cli.Commands;
using MicroConvQA.Cli.Display;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;

// Spectre.Console writes colours and redraws also into files, unless it is kept from them.
var terminal = Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi ? null : AnsiConsole.Console;
var errors =
    Console.IsErrorRedirected || terminal is null
        ? null
        : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
var screen = new Screen(WriterOf(terminal, Console.Out), WriterOf(errors, Console.Error));

return await new CommandLine(screen, new ToolCommands(screen, terminal)).RunAsync(args);

static ILineWriter WriterOf(IAnsiConsole? terminal, TextWriter plain) =>
    terminal is null ? new PlainWriter(plain) : new TerminalWriter(terminal);
