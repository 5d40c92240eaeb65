using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Locators;
using MicroConvQA.Source;

namespace MicroConvQA.Browser.Specs.Acting;

/// <summary>Actions and locators as an author's file would give them.</summary>
internal static class Author
{
    public static SourcePlace Line { get; } = new("journeys/spec.yaml", 7, 9);

    public static ElementLocator Named(string name) =>
        new()
        {
            Kind = LocatorKind.AccessibleName,
            Value = name,
            Exact = true,
        };

    public static ElementLocator Css(string selector) => new() { Kind = LocatorKind.Css, Value = selector };

    public static LocatorChain Chain(params ElementLocator[] locators) => new(locators, Line);

    /// <summary>A bare string of the author: CSS where it begins like CSS, else an accessible name.</summary>
    public static LocatorChain It(string text) => Chain(text[0] is '.' or '#' or '[' ? Css(text) : Named(text));

    /// <summary>The key of a field: CSS where it begins like CSS, else its label.</summary>
    public static LocatorChain Field(string text) =>
        Chain(
            text[0] is '.' or '#' or '['
                ? Css(text)
                : new ElementLocator
                {
                    Kind = LocatorKind.Label,
                    Value = text,
                    Exact = true,
                }
        );

    public static PageReading TextOf(string locator) => new() { Kind = PageReadingKind.Text, Target = It(locator) };

    public static PageReading ValueOf(string locator) => new() { Kind = PageReadingKind.Value, Target = It(locator) };

    public static PageReading AttributeOf(string locator, string attribute) =>
        new()
        {
            Kind = PageReadingKind.Attribute,
            Target = It(locator),
            Attribute = attribute,
        };

    public static StepAction Click(string locator) => Click(It(locator));

    public static StepAction Click(LocatorChain chain) => new Click(chain) { Place = Line, Text = $"click: {chain}" };

    public static StepAction DoubleClick(string locator) =>
        new DoubleClick(It(locator)) { Place = Line, Text = $"double click: {locator}" };

    public static StepAction Tap(string locator) => new Tap(It(locator)) { Place = Line, Text = $"tap: {locator}" };

    public static StepAction DoubleTap(string locator) => new DoubleTap(It(locator)) { Place = Line, Text = $"double tap: {locator}" };

    public static StepAction Swipe(string locator, SwipeDirection to) =>
        new Swipe(It(locator), to) { Place = Line, Text = $"swipe: {locator}" };

    public static StepAction Hover(string locator) => new Hover(It(locator)) { Place = Line, Text = $"hover: {locator}" };

    public static StepAction Fill(string field, string value) =>
        new Fill(Field(field), value) { Place = Line, Text = $"fill: {{{field}: {value}}}" };

    public static StepAction Select(string field, string option) =>
        new SelectOption(Field(field), option) { Place = Line, Text = $"select: {{{field}: {option}}}" };

    public static StepAction Check(string locator) => new Check(It(locator)) { Place = Line, Text = $"check: {locator}" };

    public static StepAction Uncheck(string locator) => new Uncheck(It(locator)) { Place = Line, Text = $"uncheck: {locator}" };

    public static StepAction Upload(string field, params string[] files) =>
        new Upload(Field(field), files) { Place = Line, Text = $"upload: {field}" };

    public static StepAction Press(string key, string? on = null) =>
        new Press(key, on is null ? null : It(on)) { Place = Line, Text = $"press: {key}" };

    public static StepAction Open(string url) => new OpenPage(url) { Place = Line, Text = $"open: {url}" };

    public static StepAction Reload() => new Reload { Place = Line, Text = "reload" };

    public static StepAction Back() => new GoBack { Place = Line, Text = "back" };

    public static StepAction Forward() => new GoForward { Place = Line, Text = "forward" };

    public static StepAction NewTab(string? url = null) => new NewTab(url) { Place = Line, Text = "new tab" };

    public static StepAction CloseTab() => new CloseTab { Place = Line, Text = "close tab" };

    public static StepAction SwitchTab(string tab) => new SwitchTab(tab) { Place = Line, Text = $"switch tab: {tab}" };

    public static StepAction ScrollTo(string locator) => new ScrollTo(It(locator)) { Place = Line, Text = $"scroll to: {locator}" };

    public static StepAction ScrollBy(int pixels) => new ScrollBy(pixels) { Place = Line, Text = $"scroll by: {pixels}" };

    public static StepAction ScrollToPercent(int percent) =>
        new ScrollToPercent(percent) { Place = Line, Text = $"scroll percent: {percent}" };

    public static StepAction Stay(double seconds) => new Stay(TimeSpan.FromSeconds(seconds)) { Place = Line, Text = $"stay: {seconds}s" };

    public static StepAction WaitFor(string locator) => new WaitForElement(It(locator)) { Place = Line, Text = $"wait for: {locator}" };

    public static StepAction WaitForText(string text) => new WaitForText(text) { Place = Line, Text = $"wait for: {{text: {text}}}" };

    public static StepAction WaitForUrl(string glob) => new WaitForUrl(glob) { Place = Line, Text = $"wait for: {{url: {glob}}}" };

    public static StepAction Play(string locator, double seconds) =>
        new Play(It(locator), TimeSpan.FromSeconds(seconds)) { Place = Line, Text = $"play: {locator}" };

    public static StepAction GoOffline() => new GoOffline { Place = Line, Text = "go offline" };

    public static StepAction GoOnline() => new GoOnline { Place = Line, Text = "go online" };

    public static StepAction Remember(string name, PageReading reading) =>
        new Remember(new Dictionary<string, PageReading> { [name] = reading }) { Place = Line, Text = $"remember: {name}" };

    public static StepAction Consent(string preset) => new AnswerConsent(preset) { Place = Line, Text = $"consent: {preset}" };

    public static StepAction On(string device, params StepAction[] actions) =>
        new OnDevice([device], actions) { Place = Line, Text = $"on {device}" };
}
