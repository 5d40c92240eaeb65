using System.Text.RegularExpressions;
using MicroConvQA.Journeys.Locators;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Browser.Acting;

/// <summary>Reads what the shopper sees: texts, field values and attributes, amounts as numbers.</summary>
/// <param name="context">The walk's page, locators and locale.</param>
internal sealed partial class PageReader(ActionContext context)
{
    /// <summary>A page that answers no question for so long is busy or just being replaced; it is looked at again.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private const string FieldValue = "element => 'value' in element ? String(element.value) : null";

    /// <summary>The value with the warning of a fallback that was used.</summary>
    /// <exception cref="WalkBrokenException">The element or its attribute is not there.</exception>
    public async Task<(JToken Value, string? Warning)> ReadAsync(PageReading reading)
    {
        var page = context.Tabs.Current;
        var (element, warning) = await context.Locators.FindAsync(page, reading.Target, ControlPurpose.Any);

        return (await ValueAsync(reading, element, page), warning);
    }

    /// <summary>
    /// The value where the page shows it at this moment, with the page's address; null = it does not. Nothing is waited for: what matches
    /// is counted and read in one evaluation, because a page that is replaced between two questions lets the second one wait for what does
    /// not come again.
    /// </summary>
    public async Task<(JToken Value, string Page)?> LookAsync(PageReading reading)
    {
        var page = context.Tabs.Current;
        try
        {
            return
                await context.Locators.ReadNowAsync(page, reading.Target, NowOf(reading), reading.Attribute).WaitAsync(Glance, context.Time)
                    is { } text
                ? (ValueOf(reading, text), page.Url)
                : null;
        }
        catch (Exception exception) when (WorldFault.Is(exception))
        {
            // A page that is just being replaced shows nothing that could be compared.
            return null;
        }
    }

    /// <summary>What is read of an element that is there; null = it has none of that.</summary>
    private static string NowOf(PageReading reading) =>
        reading.Kind switch
        {
            PageReadingKind.Text => "element => element instanceof HTMLElement ? element.innerText : null",
            PageReadingKind.Value => FieldValue,
            PageReadingKind.Attribute => "(element, name) => element.getAttribute(name)",
            _ => throw new InvalidOperationException($"unknown page reading {reading.Kind}"),
        };

    private JToken ValueOf(PageReading reading, string text) =>
        reading.Kind == PageReadingKind.Text
            ? LocalNumber.ValueOf(OneLine(text), context.Culture)
            : LocalNumber.ValueOfMachineText(text, context.Culture);

    private async Task<JToken> ValueAsync(PageReading reading, ILocator element, IPage page) =>
        ValueOf(
            reading,
            reading.Kind switch
            {
                PageReadingKind.Text => await element.InnerTextAsync(),
                PageReadingKind.Value => await FieldValueAsync(reading, element, page),
                PageReadingKind.Attribute => await AttributeAsync(reading, element, page),
                _ => throw new InvalidOperationException($"unknown page reading {reading.Kind}"),
            }
        );

    private static async Task<string> FieldValueAsync(PageReading reading, ILocator element, IPage page) =>
        await element.EvaluateAsync<string?>(FieldValue)
        ?? throw new WalkBrokenException(
            $"{reading.Target} on {page.Url} is no field and has no value. To read what it shows, write 'text of'."
        );

    private static async Task<string> AttributeAsync(PageReading reading, ILocator element, IPage page) =>
        await element.GetAttributeAsync(reading.Attribute!)
        ?? throw new WalkBrokenException(
            $"{reading.Target} on {page.Url} has no attribute '{reading.Attribute}'. It has: {await element.EvaluateAsync<string>("element => element.getAttributeNames().join(', ')")}."
        );

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    // Not \s: the typographic spaces inside of an amount are part of its notation.
    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Space();
}
