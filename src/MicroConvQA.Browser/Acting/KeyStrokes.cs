using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>
/// Types into the field that has the focus, key by key. Playwright waits for each key to go down and then for it to come up; here both are
/// sent at once, and the next as soon as the page has taken the letter: a mask that sets its caret a moment after a key still has that
/// moment.
/// </summary>
internal static class KeyStrokes
{
    private const string Shifted = "~!@#$%^&*()_+{}|:\"<>?";
    private const string Plain = "`1234567890-=[]\\;',./";

    // The keys of a US keyboard beside letters and digits: what stands on it unshifted, its name and its number.
    private static readonly Dictionary<char, (string Code, int Number)> s_named = new()
    {
        [' '] = ("Space", 32),
        ['`'] = ("Backquote", 192),
        ['-'] = ("Minus", 189),
        ['='] = ("Equal", 187),
        ['['] = ("BracketLeft", 219),
        [']'] = ("BracketRight", 221),
        ['\\'] = ("Backslash", 220),
        [';'] = ("Semicolon", 186),
        ['\''] = ("Quote", 222),
        [','] = ("Comma", 188),
        ['.'] = ("Period", 190),
        ['/'] = ("Slash", 191),
    };

    /// <summary>Whether all of a text are keys that write a letter, or letters that no key has.</summary>
    public static bool CanType(string text) => !text.Any(char.IsControl);

    public static async Task TypeAsync(ICDPSession session, string text)
    {
        List<Task> raised = [];
        foreach (var letter in text.EnumerateRunes().Select(rune => rune.ToString()))
        {
            if (KeyOf(letter) is not var (code, number))
            {
                // As a paste or an input method writes it.
                await session.SendAsync("Input.insertText", new() { ["text"] = letter });
                continue;
            }

            var down = session.SendAsync("Input.dispatchKeyEvent", Event("keyDown", letter, code, number, letter));
            raised.Add(session.SendAsync("Input.dispatchKeyEvent", Event("keyUp", letter, code, number, null)));
            await down;
        }

        await Task.WhenAll(raised);
    }

    private static (string Code, int Number)? KeyOf(string letter)
    {
        if (letter is not [var one])
            return null;
        var place = Shifted.IndexOf(one, StringComparison.Ordinal);
        var plain = place >= 0 ? Plain[place] : one;
        return plain switch
        {
            >= '0' and <= '9' => ($"Digit{plain}", plain),
            >= 'a' and <= 'z' or >= 'A' and <= 'Z' => ($"Key{char.ToUpperInvariant(plain)}", char.ToUpperInvariant(plain)),
            _ => s_named.TryGetValue(plain, out var named) ? named : null,
        };
    }

    private static Dictionary<string, object> Event(string type, string key, string code, int number, string? text)
    {
        var told = new Dictionary<string, object>
        {
            ["type"] = type,
            ["key"] = key,
            ["code"] = code,
            ["windowsVirtualKeyCode"] = number,
        };
        if (text is not null)
            told["text"] = told["unmodifiedText"] = text;
        return told;
    }
}
