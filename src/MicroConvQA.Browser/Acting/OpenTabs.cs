using System.Globalization;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>The tabs of one walk in the order of their opening, and the one that the shopper looks at.</summary>
internal sealed class OpenTabs
{
    private readonly IBrowserContext _context;
    private readonly Func<IPage, Task> _join;
    private readonly TimeProvider _time;
    private readonly TimeSpan _patience;
    private readonly Lock _lock = new();
    private readonly List<IPage> _pages = [];
    private IPage? _current;

    /// <param name="context">The walk's context.</param>
    /// <param name="join">Called with each tab that is opened here, before anything is done in it.</param>
    /// <param name="patience">How long a tab is waited for that is asked for by its title or URL.</param>
    /// <param name="time">The time of the waiting.</param>
    public OpenTabs(IBrowserContext context, Func<IPage, Task> join, TimeSpan patience, TimeProvider time)
    {
        (_context, _join, _patience, _time) = (context, join, patience, time);
        context.Page += (_, page) => Add(page);
    }

    /// <summary>The tab that the shopper looked at last; null = it is closed.</summary>
    public IPage? Shown
    {
        get
        {
            lock (_lock)
                return _current is { IsClosed: false } page ? page : null;
        }
    }

    /// <summary>The tab that actions go to; where the page closed it by itself, the one before it.</summary>
    /// <exception cref="WalkBrokenException">No tab is open.</exception>
    public IPage Current
    {
        get
        {
            lock (_lock)
                return _current is { IsClosed: false } page ? page : _current = Before(_current);
        }
    }

    /// <summary>Opens an empty tab and goes on there.</summary>
    public async Task<IPage> OpenAsync()
    {
        var page = await _context.NewPageAsync();
        await _join(page);
        lock (_lock)
            return _current = page;
    }

    /// <summary>Closes the current tab and goes on in the one before it.</summary>
    /// <param name="leave">Called before the tab is closed, so that its last hits are not lost.</param>
    public async Task CloseAsync(Func<IPage, Task> leave)
    {
        var closing = Current;
        if (Count() == 1)
            throw new WalkBrokenException(
                "This is the only open tab; there is none to go on in. Leave 'close tab' out, or open another tab first."
            );

        await leave(closing);
        await closing.CloseAsync();
        await Current.BringToFrontAsync();
    }

    /// <summary>Goes on in the tab of a number or whose title or URL contains a text, waiting until there is one.</summary>
    public async Task SwitchAsync(string tab)
    {
        var page = await FindAsync(tab)
            ?? throw new WalkBrokenException($"No open tab is '{tab}', by number, title or URL. Open: {await ListAsync()}.");
        lock (_lock)
            _current = page;
        await page.BringToFrontAsync();
    }

    private async Task<IPage?> FindAsync(string tab)
    {
        var changed = new SemaphoreSlim(0);
        void Look(object? sender, IPage page) => changed.Release();
        _context.Page += Look;
        _context.PageLoad += Look;
        try
        {
            for (var until = _time.GetTimestamp(); ; )
            {
                if (await MatchAsync(tab) is { } page)
                    return page;
                var left = _patience - _time.GetElapsedTime(until);
                if (left <= TimeSpan.Zero || !await changed.WaitAsync(left))
                    return await MatchAsync(tab);
            }
        }
        finally
        {
            _context.Page -= Look;
            _context.PageLoad -= Look;
        }
    }

    private async Task<IPage?> MatchAsync(string tab)
    {
        var pages = All();
        if (int.TryParse(tab, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number >= 1 && number <= pages.Count ? pages[number - 1] : null;

        foreach (var page in pages)
            if (
                page.Url.Contains(tab, StringComparison.OrdinalIgnoreCase)
                || (await page.TitleAsync()).Contains(tab, StringComparison.OrdinalIgnoreCase)
            )
                return page;
        return null;
    }

    private async Task<string> ListAsync()
    {
        List<string> texts = [];
        foreach (var page in All())
            texts.Add($"({texts.Count + 1}) '{await page.TitleAsync()}' {page.Url}");
        return string.Join(", ", texts);
    }

    private void Add(IPage page)
    {
        lock (_lock)
            _pages.Add(page);
    }

    private List<IPage> All()
    {
        lock (_lock)
            return [.. _pages.Where(page => !page.IsClosed)];
    }

    private int Count() => All().Count;

    private IPage Before(IPage? closed)
    {
        var index = closed is null ? _pages.Count : _pages.IndexOf(closed);
        return _pages.Take(index).LastOrDefault(page => !page.IsClosed)
            ?? _pages.LastOrDefault(page => !page.IsClosed)
            ?? throw new WalkBrokenException("No tab is open any more: the page closed the last one.");
    }
}
