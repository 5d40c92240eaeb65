using FluentAssertions;
using MicroConvQA.Browser.Clock;
using MicroConvQA.Browser.Specs.Capture;
using MicroConvQA.Journeys;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Clock;

[Category("Browser")]
internal sealed class PageClockSpecs
{
    private SpecBrowser _browser = null!;
    private SpecSite _shop = null!;
    private SpecWalk _walk = null!;

    [OneTimeSetUp]
    public async Task StartBrowser()
    {
        _browser = await SpecBrowser.SharedAsync();
        _shop = (await SpecSite.StartAsync()).Serve("/", "<!doctype html><title>Shop</title>");
    }

    [OneTimeTearDown]
    public async Task CloseBrowser()
    {
        await _browser.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [SetUp]
    public async Task StartWalk() => _walk = await SpecWalk.StartAsync(_browser, ClockMode.Virtual);

    [TearDown]
    public async Task EndWalk() => await _walk.DisposeAsync();

    [Test]
    public async Task A_dwell_trigger_fires_when_its_page_time_has_passed_and_not_before()
    {
        var page = await DwellingAsync();

        await _walk.Clock.AdvanceAsync(page, TimeSpan.FromSeconds(25), _walk.Capture.Requests, CancellationToken.None);
        var early = await page.EvaluateAsync<bool>("() => window.dwelt");
        await _walk.Clock.AdvanceAsync(page, TimeSpan.FromSeconds(5), _walk.Capture.Requests, CancellationToken.None);
        var late = await page.EvaluateAsync<bool>("() => window.dwelt");

        (early, late).Should().Be((false, true));
    }

    [Test]
    public async Task Each_move_is_recorded()
    {
        var page = await DwellingAsync();

        await _walk.Clock.AdvanceAsync(page, TimeSpan.FromSeconds(1.2), _walk.Capture.Requests, CancellationToken.None);

        _walk.Ledger.Snapshot().ClockJumps.Select(jump => jump.By.TotalMilliseconds).Should().Equal(500, 500, 200);
    }

    [Test]
    public async Task Every_tab_of_the_walk_is_moved()
    {
        var one = await DwellingAsync();
        var other = await DwellingAsync();

        await _walk.Clock.AdvanceAsync(one, TimeSpan.FromSeconds(31), _walk.Capture.Requests, CancellationToken.None);

        (await other.EvaluateAsync<bool>("() => window.dwelt")).Should().BeTrue();
    }

    [Test]
    public async Task A_timer_that_throws_stops_neither_the_page_nor_its_other_timers()
    {
        _shop.Serve(
            "/throws",
            "<!doctype html><script>setTimeout(() => { throw new Error('late') }, 700); setTimeout(() => { document.title = 'went on' }, 800)</script>"
        );
        var page = await _walk.OpenAsync($"{_shop.Origin}/throws");

        await _walk.Clock.AdvanceAsync(page, TimeSpan.FromSeconds(2), _walk.Capture.Requests, CancellationToken.None);

        (await page.TitleAsync()).Should().Be("went on");
        _walk
            .Clock.Trouble.Should()
            .Be(
                new ClockTrouble(
                    $"a timer of the page {_shop.Origin}/throws threw 'Error: late' when its time was moved ahead",
                    "Error: late"
                )
            );
        _walk.Ledger.Console.Has("Error: late").Should().BeTrue();
    }

    [Test]
    public async Task An_error_that_the_page_threw_before_is_no_trouble_of_the_clock()
    {
        _shop.Serve("/throws", "<!doctype html><script>setInterval(() => { throw new Error('each') }, 200)</script>");
        var page = await _walk.OpenAsync($"{_shop.Origin}/throws");
        await page.WaitForConsoleMessageAsync();

        await _walk.Clock.AdvanceAsync(page, TimeSpan.FromSeconds(2), _walk.Capture.Requests, CancellationToken.None);

        _walk.Clock.Trouble.Should().BeNull();
    }

    private async Task<IPage> DwellingAsync()
    {
        var page = await _walk.OpenAsync(_shop.Origin);
        await page.EvaluateAsync("() => { window.dwelt = false; setTimeout(() => window.dwelt = true, 29_500) }");
        return page;
    }
}
