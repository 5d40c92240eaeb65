using System.Globalization;

namespace MicroConvQA.Recording;

/// <summary>Reads JSON whose texts have an end: the library keeps one text as a whole in memory, whether or not anybody wants it.</summary>
/// <param name="text">The JSON.</param>
/// <param name="file">What messages call it.</param>
internal sealed class BoundedText(TextReader text, string file) : TextReader
{
    /// <summary>The most letters of one text: more than any answer's content that somebody looks at.</summary>
    public const int Longest = 100_000_000;

    private int _line = 1;
    private int _length;
    private bool _isWithin;
    private bool _isEscaped;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = text.Read(buffer, index, count);
        foreach (var letter in buffer.AsSpan(index, read))
            Pass(letter);
        return _length <= Longest
            ? read
            : throw new RecordingUnreadableException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{file}' holds a text of more than {Longest:N0} letters, on line {_line}: it was read no further. Export it without the contents of answers."
                )
            );
    }

    public override int Peek() => text.Peek();

    private void Pass(char letter)
    {
        if (letter == '\n')
            _line++;
        if (_isEscaped)
            _isEscaped = false;
        else if (letter == '"')
            (_isWithin, _length) = (!_isWithin, 0);
        else
            _isEscaped = _isWithin && letter == '\\';
        if (_isWithin)
            _length++;
    }
}
