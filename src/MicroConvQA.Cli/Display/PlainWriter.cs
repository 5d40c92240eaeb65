namespace MicroConvQA.Cli.Display;

/// <summary>Writes texts without colours, as logs and pipes want them.</summary>
internal sealed class PlainWriter(TextWriter output) : ILineWriter
{
    private readonly Lock _gate = new();

    public int? Width => null;

    public void Write(IEnumerable<Line> lines)
    {
        lock (_gate)
        {
            foreach (var line in lines)
                output.WriteLine(SafeLine.Of(line).Text.TrimEnd());
            output.Flush();
        }
    }
}
