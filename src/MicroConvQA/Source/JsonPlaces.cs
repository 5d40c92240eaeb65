using System.Text;

namespace MicroConvQA.Source;

/// <summary>
/// Turns byte offsets of one file into lines and columns; it goes on from the last one, so that a file of one long line stays quick.
/// </summary>
internal sealed class JsonPlaces(SourceText source)
{
    private readonly byte[] _bytes = BytesOf(source);
    private int _offset;
    private int _line = 1;
    private int _column = 1;

    /// <summary>The file's bytes without a byte order mark.</summary>
    public static byte[] BytesOf(SourceText source) => Encoding.UTF8.GetBytes(source.Text.TrimStart('\uFEFF'));

    public SourcePlace Of(int offset)
    {
        if (offset < _offset)
            (_offset, _line, _column) = (0, 1, 1);
        for (; _offset < offset; _offset++)
            Pass(_bytes[_offset]);
        return new SourcePlace(source.File, _line, _column);
    }

    private void Pass(byte value)
    {
        if (value == '\n')
            (_line, _column) = (_line + 1, 1);
        else if (!IsContinuation(value))
            _column++;
    }

    private static bool IsContinuation(byte value) => (value & 0b1100_0000) == 0b1000_0000;
}
