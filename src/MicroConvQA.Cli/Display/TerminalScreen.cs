using Spectre.Console;

namespace MicroConvQA.Cli.Display;

/// <summary>Writes to a terminal in colours, wrapped to its width.</summary>
/// <param name="output">The terminal.</param>
/// <param name="errors">The terminal's error stream.</param>
public sealed class TerminalScreen(IAnsiConsole output, IAnsiConsole errors) : IScreen
{
    public int? Width => output.Profile.Width;

    public void Write(params IEnumerable<Line> lines) => Write(lines, output);

    public void WriteError(params IEnumerable<Line> lines) => Write(lines, errors);

    private void Write(IEnumerable<Line> lines, IAnsiConsole console)
    {
        foreach (var line in lines.SelectMany(line => LineWrapper.Wrap(line, Width ?? int.MaxValue)))
            console.Write(Picture.Of([line]));
    }
}
