namespace MicroConvQA.Decoding.Content;

/// <summary>Percent-encoding as browsers write it, read tolerantly: what is not valid stays as it was sent.</summary>
public static class PercentEncoding
{
    public static string Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('%', '+') < 0)
            return text.ToString();
        return text.Contains('+')
            ? Uri.UnescapeDataString(text.ToString().Replace('+', ' '))
            : Uri.UnescapeDataString(text);
    }
}
