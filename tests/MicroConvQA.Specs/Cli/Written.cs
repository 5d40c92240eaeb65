using MicroConvQA.Cli.Display;

namespace MicroConvQA.Specs.Cli;

/// <summary>Lines as a log shows them.</summary>
internal static class Written
{
    public static string Text(IEnumerable<Line> lines)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new PlainWriter(text).Write(lines);

        return text.ToString();
    }
}
