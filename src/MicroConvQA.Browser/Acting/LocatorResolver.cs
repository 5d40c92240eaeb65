using System.Globalization;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Journeys.Locators;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>
/// Finds the one visible element that the author's locator means. It never guesses: several matches and none are both breakages, whose
/// message says what is there and how to choose.
/// </summary>
/// <param name="variables">Resolve the <c>$names</c> in locators.</param>
/// <param name="device">Says how long an element is waited for.</param>
/// <param name="time">The clock that measures it.</param>
/// <param name="transition">How long several may match before that is a breakage.</param>
internal sealed class LocatorResolver(Variables variables, DeviceProject device, TimeProvider time, TimeSpan transition)
{
    private readonly FrameFinder _frames = new(time);

    /// <summary>Finds by a chain: each locator has an equal share of the time, and one that was not the first is a warning.</summary>
    /// <exception cref="WalkBrokenException">None of the locators finds exactly one visible element.</exception>
    public async Task<FoundElement> FindAsync(IPage page, LocatorChain chain, ControlPurpose purpose)
    {
        List<string> problems = [];
        foreach (var locator in chain.Locators)
        {
            var wanted = AsField(Resolved(locator), purpose);
            var outcome = await OverNavigationAsync(page, () =>
                AnsweredAsync(page, wanted, purpose, device.ActionTimeout / chain.Locators.Count)
            );
            if (outcome.Element is { } element)
                return new FoundElement(element, FallbackWarning(chain, locator, problems));
            problems.Add(outcome.Problem!);
        }

        throw new WalkBrokenException(
            problems.Count == 1
                ? problems[0]
                : $"None of {problems.Count} locators finds its element. {string.Join(" ", problems.Select((problem, index) => $"({index + 1}) {problem}"))}"
        );
    }

    /// <summary>
    /// What the one visible element that is there at this moment says; null = none is there, or it says nothing. Nothing is waited for.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="chain">What is meant.</param>
    /// <param name="reading">A script that reads of an element.</param>
    /// <param name="argument">What the script is given beside the element.</param>
    internal async Task<string?> ReadNowAsync(IPage page, LocatorChain chain, string reading, string? argument)
    {
        var script = $"(elements, argument) => elements.map(element => ({reading})(element, argument))";
        foreach (var locator in chain.Locators.Where(locator => FrameOf(locator) is null))
        {
            var wanted = AsField(Resolved(locator), ControlPurpose.Any);
            var scope = wanted.Inside is null ? page.Locator(":root") : Scoped(page.Locator(":root"), wanted.Inside);
            foreach (var tier in Tiers(scope, wanted, ControlPurpose.Any).Select(Visible))
            {
                if (await tier.EvaluateAllAsync<string?[]>(script, argument) is not { Length: > 0 } read)
                    continue;
                // Too many, or fewer than its number, are none that is meant: as of an action, only the first tier that shows any counts.
                if (wanted.Nth is { } nth ? nth <= read.Length : read.Length == 1)
                    return read[(wanted.Nth ?? 1) - 1];
                break;
            }
        }

        return null;
    }

    /// <summary>A page that is just being replaced takes the question with it; the new page is asked again.</summary>
    private async Task<Outcome> OverNavigationAsync(IPage page, Func<Task<Outcome>> find)
    {
        try
        {
            return await find();
        }
        catch (PlaywrightException exception) when (WorldFault.IsPageReplaced(exception))
        {
            await PageReadiness.WaitAsync(page, device);
            return await find();
        }
    }

    /// <summary>
    /// Playwright's questions about what is there at this moment have no limit of their own, and a page that waits for a document, or
    /// whose script does not end, answers none.
    /// </summary>
    private async Task<Outcome> AnsweredAsync(IPage page, ElementLocator locator, ControlPurpose purpose, TimeSpan share)
    {
        // Its frame and the element are each waited for, and a navigation may come in between.
        var patience = (2 * share) + device.NavigationTimeout;
        try
        {
            return await FindOneAsync(page, locator, purpose, share).WaitAsync(patience, time);
        }
        catch (TimeoutException exception)
        {
            throw new WalkBrokenException(
                $"The page {page.Url} answered no question for {patience.TotalSeconds:0.#} s: it waits for a document of the shop's, or a script of its does not end.",
                exception
            );
        }
    }

    private async Task<Outcome> FindOneAsync(IPage page, ElementLocator locator, ControlPurpose purpose, TimeSpan share)
    {
        if (await RootAsync(page, locator, share) is not { } root)
            return Outcome.Not($"The page has no frame '{FrameOf(locator)}' ({page.Url}). {Frames(page)}");

        var scope = locator.Inside is null ? root : Scoped(root, locator.Inside);
        var all = Tiers(scope, locator, purpose);
        var tiers = purpose == ControlPurpose.Upload ? all : [.. all.Select(Visible)];

        // Mostly it is there already, and one look costs a fraction of a wait for all tiers together.
        if (await FirstShownAsync(tiers) is { } there)
            return await ChosenAsync(there, locator, purpose, page, share);

        var appeared = await AppearsAsync(tiers.Aggregate((one, other) => one.Or(other)), share);
        if (await FirstShownAsync(tiers) is { } late)
            return await ChosenAsync(late, locator, purpose, page, share);
        return Outcome.Not(
            appeared
                ? $"{locator} was on {page.Url} for a moment and is gone. Wait for what replaces it first (wait for: …)."
                : await NothingAsync(page, scope, locator, all, purpose)
        );
    }

    private static async Task<Shown?> FirstShownAsync(IReadOnlyList<ILocator> tiers)
    {
        foreach (var tier in tiers)
            if (await tier.CountAsync() is > 0 and var count)
                return new Shown(tier, count);
        return null;
    }

    private async Task<Outcome> ChosenAsync(Shown shown, ElementLocator locator, ControlPurpose purpose, IPage page, TimeSpan share)
    {
        if (shown.One(locator.Nth) is { } there)
            return Outcome.Is(there);

        var matches = shown.Matches;
        if (locator.Nth is { } nth)
            return await BecomesOneAsync(matches.Nth(nth - 1), share)
                ? Outcome.Is(matches.Nth(nth - 1))
                : Outcome.Not($"{locator}: there {Are(await matches.CountAsync())} on {page.Url}, so there is no number {nth}.");

        return await BecomesOneAsync(matches, transition)
            ? Outcome.Is(matches)
            : Outcome.Not(await Ambiguity.DescribeAsync(matches, locator, purpose, page.Url));
    }

    private static async Task<string> NothingAsync(
        IPage page,
        ILocator scope,
        ElementLocator locator,
        IReadOnlyList<ILocator> all,
        ControlPurpose purpose
    )
    {
        var hidden = await all.Aggregate((one, other) => one.Or(other)).CountAsync();
        var what = $"{Subject(locator, purpose)} is visible on {page.Url}.";
        if (hidden > 0)
            return $"{what} It is there but hidden{(hidden > 1 ? $", {hidden} times" : "")}: an earlier action must open what holds it.";
        if (locator.Inside is not null && await scope.CountAsync() == 0)
            return $"{what} Already {locator.Inside} is not there.";
        if (locator.Kind != LocatorKind.AccessibleName && locator.Kind != LocatorKind.Role)
            return $"{what} Nothing matches it, hidden things included.";

        var wanted = locator.Kind == LocatorKind.Role ? locator.Name ?? locator.Value : locator.Value;
        var isText = await Visible(scope.GetByText(wanted, new() { Exact = true })).CountAsync() > 0;
        return isText && purpose == ControlPurpose.Any
            ? $"{what} The page shows it as a plain text; to mean that, write {{text: {wanted}}}."
            : $"{what} {await PageNames.ProposeAsync(scope.First, wanted, purpose)}";
    }

    private static string Subject(ElementLocator locator, ControlPurpose purpose) =>
        locator.Kind != LocatorKind.AccessibleName ? $"No element {locator}"
        : purpose is ControlPurpose.Any or ControlPurpose.Play ? $"No control named {locator}"
        : $"No field named {locator}";

    private static string Are(int count) => count == 1 ? "is only one visible match" : $"are {count} visible matches";

    private static IReadOnlyList<ILocator> Tiers(ILocator scope, ElementLocator locator, ControlPurpose purpose) =>
        locator.Kind == LocatorKind.AccessibleName ? NamedControls.Tiers(scope, locator.Value, purpose) : [Single(scope, locator)];

    /// <summary>An element inside of which another is looked for: a bare name there means any element of that accessible name.</summary>
    private static ILocator Scoped(ILocator root, ElementLocator inside)
    {
        var scope = inside.Inside is null ? root : Scoped(root, inside.Inside);
        var matches =
            inside.Kind == LocatorKind.AccessibleName
                ? scope
                    .GetByLabel(inside.Value, new() { Exact = true })
                    .Or(NamedControls.Tiers(scope, inside.Value, ControlPurpose.Any)[^1])
                : Single(scope, inside);
        return inside.Nth is { } nth ? Visible(matches).Nth(nth - 1) : matches;
    }

    private static ILocator Single(ILocator scope, ElementLocator locator) =>
        locator.Kind switch
        {
            LocatorKind.Role => scope.GetByRole(
                RoleOf(locator.Value),
                new() { Name = locator.Name, Exact = locator.Name is null ? null : locator.Exact }
            ),
            LocatorKind.Label => scope.GetByLabel(locator.Value, new() { Exact = locator.Exact }),
            LocatorKind.Placeholder => scope.GetByPlaceholder(locator.Value, new() { Exact = locator.Exact }),
            LocatorKind.Text => scope.GetByText(locator.Value, new() { Exact = locator.Exact }),
            LocatorKind.AltText => scope.GetByAltText(locator.Value, new() { Exact = locator.Exact }),
            LocatorKind.Title => scope.GetByTitle(locator.Value, new() { Exact = locator.Exact }),
            LocatorKind.TestId => scope.GetByTestId(locator.Value),
            LocatorKind.Css => scope.Locator($"css={locator.Value}"),
            LocatorKind.AccessibleName => throw new InvalidOperationException("a bare name has tiers, not one locator"),
            _ => throw new InvalidOperationException($"unknown locator kind {locator.Kind}"),
        };

    private static AriaRole RoleOf(string role) =>
        Enum.TryParse<AriaRole>(role, ignoreCase: true, out var known)
            ? known
            : throw new WalkBrokenException($"'{role}' is no ARIA role. Use a role such as button, link, textbox, checkbox or img.");

    private async Task<ILocator?> RootAsync(IPage page, ElementLocator locator, TimeSpan share)
    {
        var frame = FrameOf(locator) is { } name ? await _frames.FindAsync(page, name, share) : page.MainFrame;
        return frame?.Locator("css=:root");
    }

    private static string? FrameOf(ElementLocator locator) => locator.Frame ?? (locator.Inside is null ? null : FrameOf(locator.Inside));

    private static string Frames(IPage page) =>
        page.Frames.Count == 1
            ? "It has no frames at all."
            : $"Its frames: {string.Join(", ", page.Frames.Skip(1).Select(frame => frame.Name.Length > 0 ? $"'{frame.Name}' ({frame.Url})" : frame.Url))}.";

    private static ILocator Visible(ILocator locator) => locator.Filter(new() { Visible = true });

    private static async Task<bool> AppearsAsync(ILocator locator, TimeSpan share)
    {
        try
        {
            await locator.First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = (float)share.TotalMilliseconds });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static async Task<bool> BecomesOneAsync(ILocator locator, TimeSpan share)
    {
        try
        {
            await Assertions.Expect(locator).ToHaveCountAsync(1, new() { Timeout = (float)share.TotalMilliseconds });
            return true;
        }
        catch (PlaywrightException)
        {
            return false;
        }
    }

    private static string? FallbackWarning(LocatorChain chain, ElementLocator used, List<string> problems) =>
        problems.Count == 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The fallback {used} was used, number {problems.Count + 1} of {chain.Locators.Count}: {problems[0]}"
            );

    /// <summary>
    /// A field's whole label is its accessible name. Playwright's label locator would take a button or a landmark of that label for it, and
    /// a shop has both: a field Search and a button Search.
    /// </summary>
    private static ElementLocator AsField(ElementLocator locator, ControlPurpose purpose) =>
        locator is { Kind: LocatorKind.Label, Exact: true } && purpose is not (ControlPurpose.Any or ControlPurpose.Play)
            ? locator with
            {
                Kind = LocatorKind.AccessibleName,
            }
            : locator;

    private ElementLocator Resolved(ElementLocator locator) =>
        locator with
        {
            Value = variables.Text(locator.Value),
            Name = locator.Name is null ? null : variables.Text(locator.Name),
            Frame = locator.Frame is null ? null : variables.Text(locator.Frame),
            Inside = locator.Inside is null ? null : Resolved(locator.Inside),
        };

    /// <summary>What matched at one look at the page.</summary>
    private sealed record Shown(ILocator Matches, int Count)
    {
        /// <summary>The one that is meant; null = there are too many, or fewer than its number.</summary>
        public ILocator? One(int? nth) =>
            nth is { } number
                ? number <= Count
                    ? Matches.Nth(number - 1)
                    : null
                : Count == 1
                    ? Matches
                    : null;
    }

    private sealed record Outcome(ILocator? Element, string? Problem)
    {
        public static Outcome Is(ILocator element) => new(element, null);

        public static Outcome Not(string problem) => new(null, problem);
    }
}
