using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroConvQA.Source;

/// <summary>
/// The door through which text that somebody else wrote (a page, a vendor, a server, a file) goes to a terminal, a log or an annotation: it
/// stays on its line, commands nobody, hides nothing and has an end.
/// </summary>
internal static partial class ShownText
{
    /// <summary>The most letters of one line.</summary>
    public const int LongestLine = 8_000;

    /// <summary>The most letters without a blank between them; an address with its query is still whole.</summary>
    public const int LongestWord = 1_000;

    /// <summary>The most letters of a piece of evidence: more than any vendor takes, and less than a page could think of.</summary>
    private const int LongestEvidence = 32_768;

    private const int EndOfWord = 40;
    private const int EndOfLine = 800;

    // Unicode's own pictures of the control characters begin here.
    private const int Pictures = 0x2400;
    private const int PictureOfDelete = 0x2421;

    // They join letters in Persian and people in emoji, and say nothing by themselves.
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;

    /// <summary>The text as one line that is safe to show.</summary>
    public static string Line(string text) => Command().Replace(Piece(text), "${blanks}: :");

    /// <summary>The text as a part of a line, not its beginning.</summary>
    public static string Piece(string text) => OldCommand().Replace(Visible(Short(text)), "# #");

    /// <summary>The same text, with what is too long for a reader cut out of its middle; how much is said in its place.</summary>
    public static string Short(string text)
    {
        if (text.Length <= LongestWord)
            return text;
        var words = LongWord().Replace(text, word => Cut(word.Value, LongestWord, EndOfWord));
        return Cut(words, LongestLine, EndOfLine);
    }

    /// <summary>The text as a report keeps it for evidence: letter for letter, unless it has no end.</summary>
    public static string Evidence(string text) => Cut(text, LongestEvidence, EndOfLine);

    /// <summary>Writes what cannot be seen as what it is: newlines, escapes, marks that turn the direction of writing.</summary>
    public static string Visible(string text)
    {
        if (text.All(letter => letter is >= ' ' and < '\u007F'))
            return text;
        var visible = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var letter);
            visible.Append(isWhole ? Visible(letter) : Code(text[at]));
            at += isWhole ? letter.Utf16SequenceLength : 1;
        }
        return visible.ToString();
    }

    /// <summary>Whether a letter is not seen, or changes how others are.</summary>
    public static bool IsUnseen(Rune letter) =>
        Rune.GetUnicodeCategory(letter)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        && letter.Value is not (NonJoiner or Joiner);

    private static string Visible(Rune letter) =>
        letter.Value switch
        {
            < ' ' => ((char)(Pictures + letter.Value)).ToString(),
            '\u007F' => ((char)PictureOfDelete).ToString(),
            _ => IsUnseen(letter) ? Code(letter.Value) : letter.ToString(),
        };

    private static string Code(int value) => $"<U+{value:X4}>";

    private static string Cut(string text, int most, int end)
    {
        if (text.Length <= most)
            return text;
        var start = most - end;
        if (char.IsHighSurrogate(text[start - 1]))
            start--;
        var rest = text.Length - end;
        if (char.IsLowSurrogate(text[rest]))
            rest++;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..start]}… ({rest - start:N0} letters left out) …{text[rest..]}");
    }

    [GeneratedRegex(@"\S{1001,}")]
    private static partial Regex LongWord();

    // https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    [GeneratedRegex(@"^(?<blanks>\s*)::")]
    private static partial Regex Command();

    // GitHub's older form, Azure Pipelines and TeamCity; the first two read it anywhere in a line.
    [GeneratedRegex(@"##(?=\w*\[)")]
    private static partial Regex OldCommand();
}
