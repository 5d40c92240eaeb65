namespace MicroConvQA.Cli.Display;

/// <summary>Makes control characters visible: a page's text must not be able to command the terminal that shows it.</summary>
internal static class SafeText
{
    // Unicode's own pictures of the control characters begin here.
    private const int Pictures = 0x2400;

    public static string Of(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(Visible)) : text;

    private static char Visible(char letter) =>
        letter switch
        {
            '\n' => letter,
            '\t' => ' ',
            < ' ' => (char)(Pictures + letter),
            _ when char.IsControl(letter) => '\uFFFD',
            _ => letter,
        };
}
