namespace MicroConvQA.Cli.Display;

/// <summary>The door to the console: results go to the output, problems and notices to the error stream, as with compilers.</summary>
internal sealed class Screen(ILineWriter output, ILineWriter errors)
{
    /// <summary>The width of the output; null where it is no terminal.</summary>
    public int? Width => output.Width;

    public void Write(params IEnumerable<Line> lines) => output.Write(lines);

    public void WriteError(params IEnumerable<Line> lines) => errors.Write(lines);
}
