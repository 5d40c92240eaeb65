using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>
/// Puts values into fields as a shopper does: key by key where the field takes keys, because search boxes and masks listen to them.
/// </summary>
internal static class FieldTyping
{
    // Longer texts are pasted by people, too.
    private const int LongestTyped = 300;

    /// <param name="field">The field.</param>
    /// <param name="value">What is put into it.</param>
    /// <param name="page">The page that it is on.</param>
    /// <param name="sessions">Speak to the page in the browser's own words, where it has any.</param>
    /// <param name="patience">How long the typing may take.</param>
    public static async Task FillAsync(ILocator field, string value, IPage page, PageSessions sessions, TimeSpan patience)
    {
        var state = value.Length is 0 or > LongestTyped ? NoKeys : await SelectedAsync(field);
        if (state == NoKeys)
        {
            await field.FillAsync(value);
            return;
        }

        // Typing over what is selected is one edit; emptying the field first would be another one, with a key of its own.
        if (state != Selected)
            await field.SelectTextAsync();
        if (KeyStrokes.CanType(value) && await sessions.OfAsync(page) is { } session)
            await KeyStrokes.TypeAsync(session, value).WaitAsync(patience);
        else
            await field.PressSequentiallyAsync(value);
    }

    /// <summary>
    /// The one that was found is mostly still there and ready, and what it holds is selected in the same question, without a hold on it,
    /// which would have to be let go again. What is not ready is waited for as Playwright does.
    /// </summary>
    private static async Task<string> SelectedAsync(ILocator field) =>
        await field.EvaluateAllAsync<string[]>($"fields => fields.map({Select})") is [var state]
            ? state
            : await field.EvaluateAsync<string>(Select);

    public static async Task SelectAsync(IPage page, ILocator field, string option, float patience)
    {
        if (await field.EvaluateAsync<bool>("field => field instanceof HTMLSelectElement"))
            await SelectNativeAsync(page, field, option, patience);
        else
            await SelectStyledAsync(page, field, option);
    }

    private static async Task SelectNativeAsync(IPage page, ILocator field, string option, float patience)
    {
        try
        {
            await field.SelectOptionAsync(option, new() { Timeout = patience });
        }
        catch (TimeoutException exception)
        {
            var options = await field.EvaluateAsync<string>(
                "field => [...field.options].map(option => `'${option.label.trim()}'`).join(', ')"
            );
            throw new WalkBrokenException(
                $"The field on {page.Url} has no option '{option}' that can be chosen. It has: {options}.",
                exception
            );
        }
    }

    /// <summary>
    /// A field that only looks like a select: it is opened, and the option of that name is clicked wherever the page shows it.
    /// </summary>
    private static async Task SelectStyledAsync(IPage page, ILocator field, string option)
    {
        await field.ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).Filter(new() { Visible = true }).ClickAsync();
    }

    private const string NoKeys = "no keys";
    private const string Selected = "selected";

    // Dates, colours and sliders have editors of their own instead of a text cursor.
    private const string Select = $$"""
        field => {
          const takesKeys = field.isContentEditable || field instanceof HTMLTextAreaElement
            || field instanceof HTMLInputElement && ['text', 'search', 'email', 'tel', 'url', 'password', 'number'].includes(field.type);
          if (!takesKeys) return '{{NoKeys}}';
          if (field.isContentEditable || field.disabled || field.readOnly || !field.checkVisibility()) return 'to be waited for';
          field.select();
          field.focus();
          return field.getRootNode().activeElement === field ? '{{Selected}}' : 'to be waited for';
        }
        """;
}
