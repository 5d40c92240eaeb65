namespace MicroConvQA.Cli.Display;

/// <summary>Writes texts without colours, as logs and pipes want them.</summary>
public sealed class PlainScreen(TextWriter output, TextWriter errors) : IScreen
{
    private readonly Lock _gate = new();

    public int? Width => null;

    public void Write(params IEnumerable<Line> lines) => Write(lines, output);

    public void WriteError(params IEnumerable<Line> lines) => Write(lines, errors);

    private void Write(IEnumerable<Line> lines, TextWriter writer)
    {
        lock (_gate)
            foreach (var line in lines)
                writer.WriteLine(SafeText.Of(line.Text).TrimEnd());
    }
}
