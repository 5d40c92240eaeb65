using System.Text.Json;
using MicroConvQA.Journeys.Locators;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>Words the message for a locator that matches several elements: what they are, and how to choose one.</summary>
internal static class Ambiguity
{
    private const int MostShown = 5;

    public static async Task<string> DescribeAsync(ILocator matches, ElementLocator locator, ControlPurpose purpose, string url)
    {
        var found = (await matches.EvaluateAllAsync<JsonElement>(Describe)).Deserialize<Match[]>(JsonSerializerOptions.Web)!;
        var list = string.Join(", ", found.Take(MostShown).Select((match, index) => $"({index + 1}) {match}"));

        return $"{locator} matches {found.Length} visible elements on {url}: {list}{(found.Length > MostShown ? " …" : "")}. "
            + (IsFieldKey(purpose) ? ByCss(found) : $"Say which one: {Choice(found, locator)}.");
    }

    // The fields of fill, select and upload are keys of a mapping, and a key is a label or a CSS selector.
    private static bool IsFieldKey(ControlPurpose purpose) =>
        purpose is ControlPurpose.Fill or ControlPurpose.Choose or ControlPurpose.Upload;

    private static string ByCss(Match[] found) =>
        found.Select(match => match.Css).OfType<string>().ToList() is { Count: > 0 } selectors
            ? $"Say which one by a CSS selector: {string.Join(" or ", selectors.Take(MostShown).Select(selector => $"'{selector}'"))}."
            : "Say which one by a CSS selector, such as '.checkout input'.";

    private static string Choice(Match[] found, ElementLocator locator)
    {
        var own = Written(locator, found[0]);
        var byPlace =
            found[0].Where is { } where && found.Count(match => match.Where == where) == 1 ? $"{{{own}, inside: '{where}'}}" : null;
        var byRole =
            locator.Kind == LocatorKind.AccessibleName && found.Count(match => match.Role == found[0].Role) == 1 ? $"{{{own}}}" : null;

        return string.Join(" or ", new[] { byRole, byPlace, $"{{{own}, nth: 1}}" }.OfType<string>());
    }

    private static string Written(ElementLocator locator, Match match) =>
        locator.Kind switch
        {
            LocatorKind.AccessibleName => $"role: {match.Role}, name: {locator.Value}",
            LocatorKind.Role => locator.Name is null ? $"role: {locator.Value}" : $"role: {locator.Value}, name: {locator.Name}",
            LocatorKind.AltText => $"alt: {locator.Value}",
            LocatorKind.TestId => $"test id: {locator.Value}",
            LocatorKind.Css => $"css: '{locator.Value}'",
            LocatorKind.Label or LocatorKind.Placeholder or LocatorKind.Text or LocatorKind.Title =>
                $"{locator.Kind.ToString().ToLowerInvariant()}: {locator.Value}",
            _ => throw new InvalidOperationException($"unknown locator kind {locator.Kind}"),
        };

    private sealed record Match(string Role, string? Text, string? Where, string? Css)
    {
        public override string ToString() => Role + (Text is null ? "" : $" '{Text}'") + (Where is null ? "" : $" inside '{Where}'");
    }

    // The role is the explicit one or the tag's own; the place is the nearest ancestor that CSS can name.
    private const string Describe = """
        elements => elements.map(element => {
          const tag = element.localName;
          const inputs = { checkbox: 'checkbox', radio: 'radio', range: 'slider', number: 'spinbutton', search: 'searchbox',
                           submit: 'button', button: 'button', reset: 'button', image: 'button' };
          const tags = { a: 'link', button: 'button', select: 'combobox', textarea: 'textbox', img: 'img', option: 'option',
                         h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', dialog: 'dialog' };
          const role = element.getAttribute('role') || (tag === 'input' ? inputs[element.type] || 'textbox' : tags[tag]) || tag;
          const nameOf = part => part.id ? '#' + CSS.escape(part.id)
            : part.classList.length ? '.' + CSS.escape(part.classList[0]) : null;
          let where = null;
          for (let part = element.parentElement; part && part !== document.body && !where; part = part.parentElement) where = nameOf(part);
          const text = (element.innerText || '').replace(/\s+/g, ' ').trim().slice(0, 40);
          const css = element.id ? '#' + CSS.escape(element.id)
            : element.getAttribute('name') ? `[name="${CSS.escape(element.getAttribute('name'))}"]`
            : where ? `${where} ${tag}` : null;
          return { role, text: text || null, where, css };
        })
        """;
}
