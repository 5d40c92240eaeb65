namespace MicroConvQA.Matching;

/// <summary>A pattern in which <c>*</c> stands for any run of characters.</summary>
internal static class Glob
{
    public static bool Matches(string pattern, string text)
    {
        var (inPattern, inText, star, resume) = (0, 0, -1, 0);
        while (inText < text.Length)
        {
            if (inPattern < pattern.Length && pattern[inPattern] == '*')
                (star, resume) = (inPattern++, inText);
            else if (inPattern < pattern.Length && pattern[inPattern] == text[inText])
                (inPattern, inText) = (inPattern + 1, inText + 1);
            else if (star >= 0)
                (inPattern, inText) = (star + 1, ++resume);
            else
                return false;
        }
        return pattern[inPattern..].All(character => character == '*');
    }
}
