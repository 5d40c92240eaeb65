using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MicroConvQA.Journeys.Locators;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Browser.Acting;

/// <summary>Reads what the shopper sees: texts, field values and attributes, amounts as numbers.</summary>
/// <param name="context">The walk's page, locators and locale.</param>
public sealed partial class PageReader(ActionContext context)
{
    /// <summary>The value with the warning of a fallback that was used.</summary>
    /// <exception cref="WalkBrokenException">The element or its attribute is not there.</exception>
    public async Task<(JToken Value, string? Warning)> ReadAsync(PageReading reading)
    {
        var page = context.Tabs.Current;
        var (element, warning) = await context.Locators.FindAsync(page, reading.Target, ControlPurpose.Any);

        return (await ValueAsync(reading, element, page), warning);
    }

    /// <summary>The value where the page shows it at this moment, with the page's address; null = it does not. Nothing is waited for.</summary>
    public async Task<(JToken Value, string Page)?> LookAsync(PageReading reading)
    {
        var page = context.Tabs.Current;
        try
        {
            return await context.Locators.LookAsync(page, reading.Target) is { } element ? (await ValueAsync(reading, element, page), page.Url) : null;
        }
        catch (Exception exception) when (WorldFault.Is(exception))
        {
            // A page that is just being replaced shows nothing that could be compared.
            return null;
        }
    }

    private async Task<JToken> ValueAsync(PageReading reading, ILocator element, IPage page) => reading.Kind switch
    {
        PageReadingKind.Text => LocalNumber.ValueOf(OneLine(await element.InnerTextAsync()), context.Culture),
        PageReadingKind.Value => LocalNumber.ValueOfMachineText(await FieldValueAsync(reading, element, page), context.Culture),
        PageReadingKind.Attribute => LocalNumber.ValueOfMachineText(await AttributeAsync(reading, element, page), context.Culture),
        _ => throw new InvalidOperationException($"unknown page reading {reading.Kind}"),
    };

    private static async Task<string> FieldValueAsync(PageReading reading, ILocator element, IPage page) =>
        await element.EvaluateAsync<string?>("element => 'value' in element ? String(element.value) : null")
        ?? throw new WalkBrokenException($"{reading.Target} on {page.Url} is no field and has no value. To read what it shows, write 'text of'.");

    private static async Task<string> AttributeAsync(PageReading reading, ILocator element, IPage page) =>
        await element.GetAttributeAsync(reading.Attribute!)
        ?? throw new WalkBrokenException(
            $"{reading.Target} on {page.Url} has no attribute '{reading.Attribute}'. It has: {await element.EvaluateAsync<string>("element => element.getAttributeNames().join(', ')")}.");

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    // Not \s: the typographic spaces inside of an amount are part of its notation.
    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Space();
}
