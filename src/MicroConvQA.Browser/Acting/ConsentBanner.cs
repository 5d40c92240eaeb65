using System.Text.Json;
using System.Text.RegularExpressions;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Consent;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>
/// Answers the banner of a consent platform as a shopper does: by its buttons, and by the platform's API only where a choice has no
/// documented markup. A banner is there when one of its controls is visible, on the page or in a frame.
/// </summary>
/// <param name="device">Says how long a banner is waited for.</param>
/// <param name="time">The clock that measures it.</param>
/// <param name="hasAnswered">Whether the question was answered before, so that the platform must be asked to show it again.</param>
internal sealed class ConsentBanner(DeviceProject device, TimeProvider time, bool hasAnswered)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private const string SetSwitch = """
        (element, on) => {
          const isOn = element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-checked') === 'true';
          if (!element.disabled && element.getAttribute('aria-disabled') !== 'true' && isOn !== on) element.click();
        }
        """;

    private bool _answered = hasAnswered;

    /// <param name="page">The page that the shopper looks at.</param>
    /// <param name="answer">What is answered.</param>
    /// <param name="before">Is called right before the control that gives the answer is used.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="WalkBrokenException">The banner does not show, or lacks what the answer needs.</exception>
    public async Task AnswerAsync(IPage page, AnswerBanner answer, Func<Task> before, CancellationToken cancellationToken)
    {
        var platform = answer.Platform;
        var again = _answered && !await IsShownAsync(page, platform);
        if (again && platform.AnswerAgain is { } script)
        {
            await (
                answer.Analytics == answer.Ads
                    ? AnswerAgainAsync(page, answer, script, before)
                    : ChooseAsync(page, answer, before, cancellationToken)
            );
        }
        else
        {
            if (again)
                await ReopenAsync(page, platform);
            await WaitUntilShownAsync(page, platform, cancellationToken);
            await AnswerShownAsync(page, answer, before, cancellationToken);
        }

        _answered = true;
        await PageReadiness.WaitAsync(page, device);
    }

    private Task AnswerShownAsync(IPage page, AnswerBanner answer, Func<Task> before, CancellationToken cancellationToken) =>
        answer switch
        {
            { Analytics: true, Ads: true } => PressAsync(page, answer.Platform, answer.Platform.Accept, "accepts everything", before),
            { Analytics: false, Ads: false } => RefuseAsync(page, answer.Platform, before, cancellationToken),
            _ => ChooseAsync(page, answer, before, cancellationToken),
        };

    /// <summary>
    /// Where the first layer has no such button, the second may; where that has none either, all switches are turned off.
    /// </summary>
    private async Task RefuseAsync(IPage page, ConsentPlatform platform, Func<Task> before, CancellationToken cancellationToken)
    {
        if (
            await VisibleAsync(page, platform, platform.Reject) is null
            && await VisibleAsync(page, platform, platform.Settings) is { } settings
        )
        {
            await settings.ClickAsync();
            await EventuallyAsync(
                async () =>
                    await VisibleAsync(page, platform, platform.Reject) is not null
                    || await VisibleAsync(page, platform, platform.Save) is not null,
                cancellationToken
            );
            if (
                await VisibleAsync(page, platform, platform.Reject) is null
                && await VisibleAsync(page, platform, platform.Save) is { } save
            )
            {
                await SetAllAsync(page, platform, []);
                await before();
                await save.ClickAsync();
                return;
            }
        }

        await PressAsync(page, platform, platform.Reject, "refuses everything", before);
    }

    private async Task ChooseAsync(IPage page, AnswerBanner answer, Func<Task> before, CancellationToken cancellationToken)
    {
        var platform = answer.Platform;
        var (granted, refused) = answer.Analytics ? (platform.Analytics, platform.Ads) : (platform.Ads, platform.Analytics);
        if (platform.Choose is { } script)
        {
            await before();
            var chosen = await page.EvaluateAsync<JsonElement>($"choice => ({script})(choice)", new { granted, refused });
            if (chosen.ValueKind == JsonValueKind.Array)
                throw Nameless(page, answer, [.. chosen.EnumerateArray().Select(name => name.ToString())]);
            if (chosen.ValueKind == JsonValueKind.True)
                return;
        }

        if (await VisibleAsync(page, platform, platform.Save) is null || await SwitchAsync(page, platform, granted) is null)
        {
            await PressAsync(page, platform, platform.Settings, "opens its settings", () => Task.CompletedTask);
            await EventuallyAsync(async () => await VisibleAsync(page, platform, platform.Save) is not null, cancellationToken);
        }

        if (await SwitchAsync(page, platform, granted) is null)
            throw Nameless(page, answer, await SwitchNamesAsync(page, platform));
        await SetAllAsync(page, platform, granted);
        await PressAsync(page, platform, platform.Save, "saves the choice", before);
    }

    private static async Task AnswerAgainAsync(IPage page, AnswerBanner answer, string script, Func<Task> before)
    {
        await before();
        if (!await page.EvaluateAsync<bool>($"accepts => ({script})(accepts)", answer.Ads))
            throw WithoutApi(page, answer.Platform);
    }

    private static WalkBrokenException WithoutApi(IPage page, ConsentPlatform platform) =>
        new(
            $"{platform.Title} was answered before on {page.Url} and its API is not on this page, so the answer cannot be changed here. Open a page that has it first."
        );

    private static async Task ReopenAsync(IPage page, ConsentPlatform platform)
    {
        if (platform.Reopen is { } script)
        {
            if (!await page.EvaluateAsync<bool>($"() => ({script})()"))
                throw WithoutApi(page, platform);
            return;
        }

        if (await VisibleAsync(page, platform, platform.Reopener) is not { } reopener)
        {
            throw new WalkBrokenException(
                $"The question was answered before, and nothing on {page.Url} asks it again (looked for {platform.Reopener}). Click what does before this line, as in '- click: Privacy'."
            );
        }

        await reopener.ClickAsync();
    }

    private async Task WaitUntilShownAsync(IPage page, ConsentPlatform platform, CancellationToken cancellationToken)
    {
        if (!await EventuallyAsync(() => IsShownAsync(page, platform), cancellationToken))
            throw new WalkBrokenException($"{NotShown(page, platform)} {await RemedyAsync(page, platform)}");
    }

    private string NotShown(IPage page, ConsentPlatform platform) =>
        FormattableString.Invariant(
            $"{Banner(platform)} did not show on {page.Url} within {device.ActionTimeout.TotalSeconds:0.#} s (looked for {platform.Accept}{(page.Frames.Count > 1 ? ", in frames too" : "")})."
        );

    private static async Task<string> RemedyAsync(IPage page, ConsentPlatform platform)
    {
        foreach (var other in ConsentPlatforms.All.Where(other => other.Name != platform.Name))
            if (await IsShownAsync(page, other))
                return $"{(other.Name == ConsentPlatforms.Plain.Name ? "A banner of the shop's own" : $"{other.Title}'s banner")} is there: write \"platform\": \"{other.Name}\" in 'consent'.";
        return "Where the shop asks nobody here, say so by a preset without 'do'; where it asks in its own words, write a preset with what the shopper clicks; where it is slow, raise 'actionTimeout'.";
    }

    private static string Banner(ConsentPlatform platform) =>
        platform.Name == ConsentPlatforms.Plain.Name ? "The plain banner" : $"{platform.Title}'s banner";

    private static async Task PressAsync(IPage page, ConsentPlatform platform, BannerControl control, string purpose, Func<Task> before)
    {
        if (await VisibleAsync(page, platform, control) is not { } found)
        {
            throw new WalkBrokenException(
                $"{Banner(platform)} on {page.Url} has no visible control that {purpose} (looked for {control}).{await ControlsAsync(page, platform)} "
                    + "Write a preset of your own for this answer, with what the shopper clicks."
            );
        }

        await before();
        await found.ClickAsync();
    }

    private static WalkBrokenException Nameless(IPage page, AnswerBanner answer, IReadOnlyList<string> there)
    {
        var (key, names) = answer.Analytics ? ("analytics", answer.Platform.Analytics) : ("ads", answer.Platform.Ads);
        return new(
            $"{answer.Platform.Title} on {page.Url} has no purpose {string.Join(" or ", names.Select(name => $"'{name}'"))}, which would mean {key}. "
                + (there.Count == 0 ? "It shows no purposes at all." : $"Its purposes: {string.Join(", ", there)}.")
                + $" Name the shop's own: \"platform\": {{\"name\": \"{answer.Platform.Name}\", \"{key}\": \"{(there.Count == 0 ? "…" : there[^1])}\"}}."
        );
    }

    private static async Task<bool> IsShownAsync(IPage page, ConsentPlatform platform) =>
        await VisibleAsync(page, platform, platform.Accept) is not null || await VisibleAsync(page, platform, platform.Reject) is not null;

    /// <summary>The first visible element of a control, on the page and then in its frames.</summary>
    private static async Task<ILocator?> VisibleAsync(IPage page, ConsentPlatform platform, BannerControl control)
    {
        foreach (var frame in page.Frames)
            if ((await MarkedAsync(frame, control) ?? await NamedAsync(frame, platform, control)) is { } found)
                return found;
        return null;
    }

    private static async Task<ILocator?> MarkedAsync(IFrame frame, BannerControl control)
    {
        foreach (var way in control.Css.Select(css => Visible(frame.Locator($"css={css}"))))
            if (await way.CountAsync() > 0)
                return way.First;
        return null;
    }

    /// <summary>What stands in a banner goes before what the page calls the same, and of several the one that is named first.</summary>
    private static async Task<ILocator?> NamedAsync(IFrame frame, ConsentPlatform platform, BannerControl control)
    {
        if (control.Names.Count == 0)
            return null;
        foreach (var root in new[] { frame.Locator($"css={platform.Root}"), frame.Locator("css=:root") })
        {
            var any = Visible(Pressable(root, control.Names));
            if (await any.CountAsync() == 0)
                continue;
            foreach (var one in control.Names.Select(name => Visible(Pressable(root, [name]))))
                if (await one.CountAsync() > 0)
                    return one.First;
        }

        return null;
    }

    private static ILocator Pressable(ILocator root, IReadOnlyList<string> names) =>
        root.GetByRole(AriaRole.Button, new() { NameRegex = Whole(names) })
            .Or(root.GetByRole(AriaRole.Link, new() { NameRegex = Whole(names) }));

    private static async Task<ILocator?> SwitchAsync(IPage page, ConsentPlatform platform, IReadOnlyList<string> purposes)
    {
        foreach (var frame in page.Frames)
        foreach (var found in purposes.Select(purpose => SwitchOf(frame, platform, purpose)))
            if (await found.CountAsync() > 0)
                return found.First;
        return null;
    }

    private static ILocator SwitchOf(IFrame frame, ConsentPlatform platform, string purpose) =>
        platform.Switch.Css.Count > 0
            ? frame.Locator($"css={platform.Switch.Css[0].Replace(ConsentPlatform.PurposePlace, purpose, StringComparison.Ordinal)}")
            : Visible(
                frame
                    .GetByRole(AriaRole.Checkbox, new() { NameRegex = Whole([purpose]) })
                    .Or(frame.GetByRole(AriaRole.Switch, new() { NameRegex = Whole([purpose]) }))
            );

    /// <summary>Turns on the switches of the purposes and all others off; those that cannot be changed stay.</summary>
    private static async Task SetAllAsync(IPage page, ConsentPlatform platform, IReadOnlyList<string> granted)
    {
        foreach (var frame in page.Frames)
        {
            var wanted = granted.Select(purpose => SwitchOf(frame, platform, purpose)).ToList();
            foreach (var one in await AllOf(frame, platform).AllAsync())
            {
                var isWanted = false;
                foreach (var purpose in wanted)
                    isWanted |= await one.And(purpose).CountAsync() > 0;
                await one.EvaluateAsync(SetSwitch, isWanted);
            }
        }
    }

    private static ILocator AllOf(IFrame frame, ConsentPlatform platform) =>
        platform.Switch.Css.Count > 0
            ? frame.Locator($"css={platform.Switches}")
            : frame.Locator($"css={platform.Root}").Locator($"css={platform.Switches}");

    private static async Task<IReadOnlyList<string>> SwitchNamesAsync(IPage page, ConsentPlatform platform)
    {
        const string name = """
            element => element.getAttribute('data-optanongroupid') ?? (element.id.replace(/^(ot-group-id-|CybotCookiebotDialogBodyLevelButton|uc-toggle-|shopify-pc__prefs__)/, '').replace(/-input$/, '')
              || element.labels?.[0]?.textContent.trim() || element.getAttribute('aria-label') || element.name || element.localName)
            """;
        List<string> names = [];
        foreach (var frame in page.Frames)
        foreach (var one in await AllOf(frame, platform).AllAsync())
            names.Add(await one.EvaluateAsync<string>(name));
        return [.. names.Distinct().Take(12)];
    }

    private static async Task<string> ControlsAsync(IPage page, ConsentPlatform platform)
    {
        List<string> names = [];
        foreach (var frame in page.Frames)
            names.AddRange(
                await Visible(frame.Locator($"css={platform.Root}").Locator("css=button, a, [role=button]")).AllInnerTextsAsync()
            );
        var shown = names
            .Select(name => Regex.Replace(name, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim())
            .Where(name => name.Length is > 0 and < 60)
            .Distinct()
            .Take(8)
            .ToList();
        return shown.Count == 0 ? "" : $" It shows {string.Join(", ", shown.Select(name => $"'{name}'"))}.";
    }

    private async Task<bool> EventuallyAsync(Func<Task<bool>> isSo, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (!await HoldsAsync(isSo))
        {
            if (time.GetElapsedTime(began) > device.ActionTimeout)
                return false;
            await Task.Delay(Look, time, cancellationToken);
        }

        return true;
    }

    /// <summary>A page or a frame that is just being replaced is looked at again.</summary>
    private static async Task<bool> HoldsAsync(Func<Task<bool>> isSo)
    {
        try
        {
            return await isSo();
        }
        catch (PlaywrightException exception)
            when (WorldFault.IsPageReplaced(exception) || exception.Message.Contains("Frame was detached", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static ILocator Visible(ILocator locator) => locator.Filter(new() { Visible = true });

    private static Regex Whole(IReadOnlyList<string> names) =>
        new($@"^\s*({string.Join('|', names.Select(Regex.Escape))})\s*$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
}
