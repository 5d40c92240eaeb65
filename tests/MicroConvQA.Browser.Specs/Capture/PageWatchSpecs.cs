using FluentAssertions;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

[Category("Browser")]
internal sealed class PageWatchSpecs
{
    private SpecBrowser _browser = null!;
    private SpecSite _shop = null!;
    private SpecWalk _walk = null!;

    [OneTimeSetUp]
    public async Task StartBrowser()
    {
        _browser = await SpecBrowser.SharedAsync();
        _shop = (await SpecSite.StartAsync())
            .Serve("/", "<!doctype html><title>Shop</title><body>")
            .Serve("/next", "<!doctype html><title>Next</title><body>");
    }

    [OneTimeTearDown]
    public async Task CloseBrowser()
    {
        await _browser.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [SetUp]
    public async Task StartWalk() => _walk = await SpecWalk.StartAsync(_browser);

    [TearDown]
    public async Task EndWalk() => await _walk.DisposeAsync();

    [Test]
    public async Task Each_document_is_a_visit_with_its_title_also_when_it_is_loaded_again()
    {
        var page = await _walk.OpenAsync($"{_shop.Origin}/");
        await page.ReloadAsync();
        await page.GotoAsync($"{_shop.Origin}/next");

        Paths().Should().Equal("1 / Shop", "1 / Shop", "1 /next Next");
    }

    [Test]
    public async Task A_change_of_address_without_a_load_is_a_visit_of_its_own()
    {
        var page = await _walk.OpenAsync($"{_shop.Origin}/");
        await page.EvaluateAsync(
            "() => { history.pushState(0, '', '/a'); history.replaceState(0, '', '/b'); history.replaceState({ scroll: 1 }, '', '/b'); location.hash = 'c' }"
        );
        await page.EvaluateAsync("() => new Promise(done => { addEventListener('popstate', done); history.back() })");

        Paths().Select(path => path.Split(' ')[1]).Should().Equal("/", "/a", "/b", "/b#c", "/b");
    }

    [Test]
    public async Task A_visit_ends_where_the_next_one_of_its_tab_begins()
    {
        var page = await _walk.OpenAsync($"{_shop.Origin}/");
        await page.GotoAsync($"{_shop.Origin}/next");
        await page.CloseAsync();

        var visits = _walk.Ledger.Snapshot().Visits;

        visits[0].To.Should().Be(visits[1].From);
        visits[1].To.Should().NotBeNull();
    }

    [Test]
    public async Task A_popup_is_a_tab_of_its_own()
    {
        var page = await _walk.OpenAsync($"{_shop.Origin}/");
        var popup = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync("() => { window.open('/next') }"));
        await popup.WaitForLoadStateAsync();

        Paths().Should().Equal("1 / Shop", "2 /next Next");
    }

    [Test]
    public async Task A_frame_is_no_visit_wherever_its_page_comes_from_and_goes_to()
    {
        var page = await _walk.OpenAsync($"{_shop.Origin}/");
        foreach (var origin in new[] { _shop.Origin, _shop.OtherOrigin })
            await page.EvaluateAsync(
                "url => new Promise(done => { const frame = document.createElement('iframe'); frame.onload = done; frame.src = url; document.body.append(frame) })",
                $"{origin}/next"
            );
        await page.Frames[1].EvaluateAsync("() => { location.hash = 'moved' }");

        Paths().Should().Equal("1 / Shop");
    }

    [Test]
    public async Task Leaving_a_page_for_good_is_no_visit()
    {
        var page = await _walk.OpenAsync($"{_shop.Origin}/");

        await _walk.Capture.LeaveAsync(page, CancellationToken.None);

        Paths().Should().Equal("1 / Shop");
        _shop.Arrived.Where(arrived => arrived.Contains("microconv")).Should().BeEmpty();
    }

    [Test]
    public async Task Console_lines_and_uncaught_errors_are_kept()
    {
        _shop.Serve("/loud", "<script>console.warn('careful'); setTimeout(() => { throw new Error('no such tag') })</script>");
        var page = await _walk.OpenAsync($"{_shop.Origin}/loud");
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done))");

        // What the browser does of its own accord is told to the walk that comes first after it.
        var lines = _walk
            .Ledger.Snapshot()
            .Console.Where(line => line.Level != "browser")
            .Select(line => (line.Level, line.Text.Split('\n')[0], line.Url));

        lines.Should().Equal(("warning", "careful", $"{_shop.Origin}/loud"), ("exception", "Error: no such tag", $"{_shop.Origin}/loud"));
    }

    private IEnumerable<string> Paths() =>
        _walk.Ledger.Snapshot().Visits.Select(visit => $"{visit.Tab} {visit.Url[_shop.Origin.Length..]} {visit.Title}");
}
