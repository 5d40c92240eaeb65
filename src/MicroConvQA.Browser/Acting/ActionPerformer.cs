using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Locators;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Browser.Acting;

/// <summary>Does what the shopper does, one action at a time, in the tab that the shopper looks at.</summary>
internal sealed class ActionPerformer
{
    private readonly ActionContext _context;
    private readonly Navigation _navigation;
    private readonly PageReader _reader;
    private readonly TouchScreen _touch;
    private readonly MediaPlayer _media;
    private readonly Uploads _uploads;
    private readonly ConsentBanner _banner;

    /// <param name="context">What the actions work on.</param>
    /// <param name="hasAnswered">Whether the shopper answered the consent question on an earlier visit, so that it is not asked by
    /// itself.</param>
    public ActionPerformer(ActionContext context, bool hasAnswered = false)
    {
        _context = context;
        _navigation = new Navigation(context);
        _reader = new PageReader(context);
        _touch = new TouchScreen(context.HasTouch);
        _media = new MediaPlayer(context.Time, context.Device.ActionTimeout);
        _uploads = new Uploads(context.Workspace);
        _banner = new ConsentBanner(context.Device, context.Time, hasAnswered);
    }

    /// <summary>Does one action; those that stand for others (<c>on</c>, consent) are expanded before.</summary>
    /// <returns>What the author should know though it succeeded; null = nothing.</returns>
    public Task<string?> PerformAsync(StepAction action, CancellationToken cancellationToken) =>
        PerformAsync(action, () => Task.CompletedTask, cancellationToken);

    /// <summary>Does one action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="before">Is called as soon as what the action needs is there, and waited for before it is done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What the author should know though it succeeded; null = nothing.</returns>
    public async Task<string?> PerformAsync(StepAction action, Func<Task> before, CancellationToken cancellationToken)
    {
        if (OnElement(action) is { } onElement)
            return await OnElementAsync(onElement, before);
        if (action is AnswerBanner answer)
            return await DoneAsync(_banner.AnswerAsync(Page, answer, before, cancellationToken));

        // What a navigation waits for before it begins, the page does by itself.
        if (action is OpenPage or Reload or GoBack or GoForward)
            await _context.Requests.AnsweredAsync(cancellationToken);
        await before();
        return await OnPageAsync(action, cancellationToken);
    }

    private ElementAction? OnElement(StepAction action) =>
        action switch
        {
            Click click => new(click.Target, element => element.ClickAsync()),
            DoubleClick click => new(click.Target, element => element.DblClickAsync()),
            Tap tap => new(tap.Target, _touch.TapAsync),
            DoubleTap tap => new(tap.Target, element => _touch.DoubleTapAsync(Page, element)),
            Swipe swipe => new(swipe.Target, element => _touch.SwipeAsync(Page, element, swipe.Direction)),
            Hover hover => new(hover.Target, element => element.HoverAsync()),
            Fill fill => new(fill.Field, field => FillAsync(field, fill.Value), ControlPurpose.Fill),
            SelectOption select => new(
                select.Field,
                field => FieldTyping.SelectAsync(Page, field, Text(select.Option), Patience),
                ControlPurpose.Choose
            ),
            Check check => new(check.Target, field => field.CheckAsync(), ControlPurpose.Tick),
            Uncheck uncheck => new(uncheck.Target, field => field.UncheckAsync(), ControlPurpose.Tick),
            Upload upload => new(upload.Field, field => field.SetInputFilesAsync(FilesOf(upload)), ControlPurpose.Upload),
            Press { Target: { } target } press => new(target, element => element.PressAsync(press.Key)),
            Play play => new(play.Target, element => _media.PlayAsync(Page, element, play.Duration), ControlPurpose.Play),
            ScrollTo scroll => new(scroll.Target, element => element.ScrollIntoViewIfNeededAsync()),
            WaitForElement wait => new(wait.Target, _ => Task.CompletedTask),
            _ => null,
        };

    private async Task<string?> OnPageAsync(StepAction action, CancellationToken cancellationToken) =>
        action switch
        {
            OpenPage open => await _navigation.OpenAsync(Text(open.Url), cancellationToken),
            Reload => await _navigation.ReloadAsync(cancellationToken),
            GoBack => await _navigation.BackAsync(cancellationToken),
            GoForward => await _navigation.ForwardAsync(cancellationToken),
            Press press => await PressAsync(press),
            ScrollBy scroll => await DoneAsync(Scroller.ByAsync(Page, scroll.Pixels)),
            ScrollToPercent scroll => await DoneAsync(Scroller.ToPercentAsync(Page, scroll.Percent)),
            Stay stay => await DoneAsync(_context.Clock.AdvanceAsync(Page, stay.Duration, _context.Requests, cancellationToken)),
            WaitForText wait => await DoneAsync(TextShowsAsync(Text(wait.VisibleText))),
            WaitForUrl wait => await DoneAsync(
                PageAddress.BecomesAsync(Page, Text(wait.Glob), _context.Device.ActionTimeout, _context.Device.NavigationTimeout)
            ),
            NewTab tab => await OpenTabAsync(tab.Url, cancellationToken),
            CloseTab => await DoneAsync(_context.Tabs.CloseAsync(page => _context.Capture.LeaveAsync(page, cancellationToken))),
            SwitchTab tab => await DoneAsync(_context.Tabs.SwitchAsync(Text(tab.Tab))),
            GoOffline => await DoneAsync(_context.Capture.SetOfflineAsync(true, cancellationToken)),
            GoOnline => await DoneAsync(_context.Capture.SetOfflineAsync(false, cancellationToken)),
            Remember remember => await RememberAsync(remember.Readings),
            OnDevice or AnswerConsent => throw new InvalidOperationException(
                $"'{action.Text}' stands for other actions and is expanded before"
            ),
            _ => throw new InvalidOperationException($"unknown action {action.GetType().Name}"),
        };

    /// <summary>Reads values from the page into variables.</summary>
    /// <returns>The warnings of fallbacks that were used; null = none.</returns>
    public async Task<string?> RememberAsync(IReadOnlyDictionary<string, PageReading> readings)
    {
        List<string> warnings = [];
        foreach (var (name, reading) in readings)
        {
            var (value, warning) = await _reader.ReadAsync(reading);
            _context.Variables.Remember(name, value);
            if (warning is not null)
                warnings.Add(warning);
        }

        return warnings.Count == 0 ? null : string.Join(" ", warnings);
    }

    /// <summary>What stands on the page at this moment, and the page's address; null = it is not there. Nothing is waited for.</summary>
    public Task<(JToken Value, string Page)?> LookAsync(PageReading reading) => _reader.LookAsync(reading);

    private IPage Page => _context.Tabs.Current;

    private float Patience => (float)_context.Device.ActionTimeout.TotalMilliseconds;

    private string Text(string template) => _context.Variables.Text(template);

    private IEnumerable<string> FilesOf(Upload upload) => _uploads.Find(upload.Files.Select(Text), upload.Place);

    private async Task<string?> OnElementAsync(ElementAction action, Func<Task> before)
    {
        var page = Page;
        var (element, warning) = await _context.Locators.FindAsync(page, action.Target, action.Purpose);
        await before();
        await action.DoAsync(element);
        await PageReadiness.WaitAsync(page, _context.Device);
        return warning;
    }

    private Task FillAsync(ILocator field, string value)
    {
        if (_context.Variables.HoldsSecret(value))
            _context.SecretFields.Add(field);
        return FieldTyping.FillAsync(field, Text(value), Page, _context.Sessions, _context.Device.ActionTimeout);
    }

    private async Task<string?> PressAsync(Press press)
    {
        // Through the element, because the keyboard alone does not wait for a navigation that the key starts.
        var focused = Page.Locator("css=:focus:not(iframe)");
        var isOnElement = await focused.CountAsync() == 1;
        await (isOnElement ? focused.PressAsync(press.Key) : Page.Keyboard.PressAsync(press.Key));
        return await DoneAsync(PageReadiness.WaitAsync(Page, _context.Device));
    }

    private async Task<string?> OpenTabAsync(string? url, CancellationToken cancellationToken)
    {
        var page = await _context.Tabs.OpenAsync();
        page.SetDefaultTimeout(Patience);
        return url is null ? null : await _navigation.OpenAsync(Text(url), cancellationToken);
    }

    private async Task TextShowsAsync(string text)
    {
        try
        {
            await Page.GetByText(text).Filter(new() { Visible = true }).First.WaitForAsync();
        }
        catch (TimeoutException exception)
        {
            throw new WalkBrokenException(
                $"The text '{text}' did not show on {Page.Url} within {_context.Device.ActionTimeout.TotalSeconds:0.#} s.",
                exception
            );
        }
    }

    private static async Task<string?> DoneAsync(Task task)
    {
        await task;
        return null;
    }

    /// <summary>An action on one element.</summary>
    private sealed record ElementAction(LocatorChain Target, Func<ILocator, Task> DoAsync, ControlPurpose Purpose = ControlPurpose.Any);
}
