using System.Text;
using MicroConvQA.Source;

namespace MicroConvQA.Cli.Display;

/// <summary>
/// Where commands write JSON: it means the same to a program, but what is not seen, and what a build server would take for a command,
/// stands in it as JSON's own escapes.
/// </summary>
internal sealed class JsonOutput(TextWriter output) : TextWriter
{
    private char _before;

    public override Encoding Encoding => output.Encoding;

    public override void Write(char value)
    {
        if (IsPlain(value))
            output.Write(value);
        else
            output.Write($"\\u{(int)value:X4}");
        _before = value;
    }

    public override void Flush() => output.Flush();

    // JSON has newlines between its values only, and no letters outside of strings but its own. Letters beyond the first plane come as two
    // halves, of which neither is unseen by itself.
    private bool IsPlain(char value) =>
        value is '\r' or '\n'
        || (!(value == '#' && _before == '#') && !(Rune.TryCreate(value, out var letter) && ShownText.IsUnseen(letter)));
}
