using MicroConvQA.Journeys.Consent;
using MicroConvQA.Journeys.Locators;
using MicroConvQA.Source;

namespace MicroConvQA.Journeys.Actions;

/// <summary>One thing that the shopper does. Strings may hold <c>$variables</c>, resolved when the action is done.</summary>
public abstract record StepAction
{
    public required SourcePlace Place { get; init; }

    /// <summary>The action as the author wrote it and as reports and messages show it: <c>click: Add to cart</c>.</summary>
    public required string Text { get; init; }
}

/// <summary>Goes to a URL, relative to the base URL or absolute.</summary>
internal sealed record OpenPage(string Url) : StepAction;

/// <summary>Clicks an element with the primary button.</summary>
internal sealed record Click(LocatorChain Target) : StepAction;

/// <summary>Clicks an element twice, as one double click.</summary>
internal sealed record DoubleClick(LocatorChain Target) : StepAction;

/// <summary>Touches an element once; a device without touch clicks.</summary>
internal sealed record Tap(LocatorChain Target) : StepAction;

/// <summary>Touches an element twice in quick succession.</summary>
internal sealed record DoubleTap(LocatorChain Target) : StepAction;

/// <summary>Rests the pointer over an element.</summary>
internal sealed record Hover(LocatorChain Target) : StepAction;

/// <summary>Moves a finger over an element in a direction; a device without touch drags.</summary>
internal sealed record Swipe(LocatorChain Target, SwipeDirection Direction) : StepAction;

/// <summary>Where the finger goes.</summary>
internal enum SwipeDirection
{
    Left,
    Right,
    Up,
    Down,
}

/// <summary>Types a text into a field; one action of the author may fill several fields and becomes one of these each.</summary>
internal sealed record Fill(LocatorChain Field, string Value) : StepAction;

/// <summary>Chooses an option of a select field by its label or value.</summary>
internal sealed record SelectOption(LocatorChain Field, string Option) : StepAction;

/// <summary>Ticks a check box or chooses a radio button.</summary>
internal sealed record Check(LocatorChain Target) : StepAction;

/// <summary>Clears a check box.</summary>
internal sealed record Uncheck(LocatorChain Target) : StepAction;

/// <summary>Presses a key or a chord such as <c>Control+A</c>, on an element or on what has the focus.</summary>
internal sealed record Press(string Key, LocatorChain? Target) : StepAction;

/// <summary>Puts files into a file field; paths are relative to the journey's file and stay in the workspace.</summary>
internal sealed record Upload(LocatorChain Field, IReadOnlyList<string> Files) : StepAction;

/// <summary>Scrolls until an element is in view.</summary>
internal sealed record ScrollTo(LocatorChain Target) : StepAction;

/// <summary>Scrolls the page by CSS pixels; positive is down.</summary>
internal sealed record ScrollBy(int Pixels) : StepAction;

/// <summary>Scrolls to a share of the page's height, 0 to 100.</summary>
internal sealed record ScrollToPercent(int Percent) : StepAction;

/// <summary>Plays a media element in real time until it has run for a while.</summary>
internal sealed record Play(LocatorChain Target, TimeSpan Duration) : StepAction;

/// <summary>Stays on the page for a while, on the virtual clock where the page allows it.</summary>
internal sealed record Stay(TimeSpan Duration) : StepAction;

/// <summary>Loads the page again.</summary>
internal sealed record Reload : StepAction;

/// <summary>Goes back in the tab's history.</summary>
internal sealed record GoBack : StepAction;

/// <summary>Goes forward in the tab's history.</summary>
internal sealed record GoForward : StepAction;

/// <summary>Opens a further tab and goes on there; a URL of null leaves it empty.</summary>
internal sealed record NewTab(string? Url) : StepAction;

/// <summary>Goes on in the tab whose title or URL contains the text, or whose number (from 1) it is.</summary>
internal sealed record SwitchTab(string Tab) : StepAction;

/// <summary>Closes the current tab and goes on in the one before it.</summary>
internal sealed record CloseTab : StepAction;

/// <summary>Cuts the browser off the network.</summary>
internal sealed record GoOffline : StepAction;

/// <summary>Connects the browser again.</summary>
internal sealed record GoOnline : StepAction;

/// <summary>Waits until the page's URL matches a glob.</summary>
internal sealed record WaitForUrl(string Glob) : StepAction;

/// <summary>Waits until an element is visible.</summary>
internal sealed record WaitForElement(LocatorChain Target) : StepAction;

/// <summary>Waits until a text is visible on the page.</summary>
internal sealed record WaitForText(string VisibleText) : StepAction;

/// <summary>Reads values from the page into variables.</summary>
internal sealed record Remember(IReadOnlyDictionary<string, PageReading> Readings) : StepAction;

/// <summary>Answers the shop's consent question by a preset of the configuration.</summary>
internal sealed record AnswerConsent(string Preset) : StepAction;

/// <summary>Answers the banner of a consent platform: accepts all, refuses all, or chooses on its second layer.</summary>
/// <param name="Platform">Whose banner it is.</param>
/// <param name="Analytics">Whether analytics are granted.</param>
/// <param name="Ads">Whether ads are granted.</param>
internal sealed record AnswerBanner(ConsentPlatform Platform, bool Analytics, bool Ads) : StepAction;

/// <summary>Actions for some devices or device groups only.</summary>
internal sealed record OnDevice(IReadOnlyList<string> Devices, IReadOnlyList<StepAction> Actions) : StepAction;
