namespace MicroConvQA.Decoding.Content;

/// <summary>Percent-encoding as browsers write it, read tolerantly: what is not valid stays as it was sent.</summary>
internal static class PercentEncoding
{
    private const int OnStack = 512;

    public static string Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('%', '+') < 0)
            return text.ToString();
        var decoded = text.Length <= OnStack ? stackalloc char[text.Length] : new char[text.Length];
        text.Replace(decoded, '+', ' ');
        return TryDecodeAscii(decoded, out var length) ? decoded[..length].ToString() : Uri.UnescapeDataString(decoded);
    }

    /// <summary>
    /// Decodes in place; leaves a text that has more than ASCII behind its percent signs as it is, because only whole characters are
    /// decoded.
    /// </summary>
    private static bool TryDecodeAscii(Span<char> text, out int length)
    {
        length = 0;
        for (var rest = text; rest.IndexOf('%') is >= 0 and var at; rest = rest[(at + 1)..])
            if (ByteAt(rest, at) > 0x7f)
                return false;
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '%' && ByteAt(text, at) is >= 0 and var decoded)
                (text[length++], at) = ((char)decoded, at + 2);
            else
                text[length++] = text[at];
        return true;
    }

    /// <summary>The byte that two hexadecimal digits behind a percent sign say; -1 = there are none.</summary>
    private static int ByteAt(ReadOnlySpan<char> text, int percent) =>
        percent + 2 < text.Length && char.IsAsciiHexDigit(text[percent + 1]) && char.IsAsciiHexDigit(text[percent + 2])
            ? (Digit(text[percent + 1]) << 4) | Digit(text[percent + 2])
            : -1;

    private static int Digit(char hexadecimal) => hexadecimal <= '9' ? hexadecimal - '0' : (hexadecimal & 0xf) + 9;
}
