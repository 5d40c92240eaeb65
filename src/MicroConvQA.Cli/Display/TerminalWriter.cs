using Spectre.Console;

namespace MicroConvQA.Cli.Display;

/// <summary>Writes to a terminal in colours, wrapped to its width.</summary>
internal sealed class TerminalWriter(IAnsiConsole terminal) : ILineWriter
{
    private readonly Lock _gate = new();

    public int? Width => terminal.Profile.Width;

    public void Write(IEnumerable<Line> lines)
    {
        lock (_gate)
            foreach (var line in lines.SelectMany(line => LineWrapper.Wrap(SafeLine.Of(line), terminal.Profile.Width)))
                terminal.Write(Picture.Of([line]));
    }
}
