using FluentAssertions;
using MicroConvQA.Browser.Settling;
using MicroConvQA.Browser.Specs.Capture;
using MicroConvQA.Configuration.Settling;
using MicroConvQA.Journeys;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Settling;

[Category("Browser")]
internal sealed class WalkSettlerSpecs
{
    private SpecBrowser _browser = null!;
    private SpecSite _shop = null!;

    [OneTimeSetUp]
    public async Task StartBrowser()
    {
        _browser = await SpecBrowser.SharedAsync();
        _shop = await SpecSite.StartAsync();
    }

    [OneTimeTearDown]
    public async Task CloseBrowser()
    {
        await _browser.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task A_batch_timer_a_chain_of_timers_and_the_last_handlers_are_waited_for()
    {
        _shop.Serve(
            "/",
            Page(
                "setTimeout(() => send('batch'), 5000); setTimeout(() => setTimeout(() => setTimeout(() => send('chain'), 1900), 1900), 1900); addEventListener('pagehide', () => send('last'))"
            )
        );
        await using var walk = await SpecWalk.StartAsync(_browser, ClockMode.Virtual);
        await walk.OpenAsync(_shop.Origin);

        var reason = await SettleAsync(walk, new SettleLimits());

        walk.Requests.Select(request => request.Url.Split('=')[1]).Should().BeEquivalentTo("batch", "chain", "last");
        walk.Requests.Should().OnlyContain(request => request.Status == 200 || request.Status == 204);
        reason
            .Should()
            .Match("6 s of page time had passed, 1 open page was left, no analytics request was in flight and none came for * ms.");
    }

    [Test]
    public async Task An_SDK_that_waits_for_its_settings_is_not_outrun_by_the_moved_clock() =>
        (
            await BatchesOfAsync(
                "const settle = left => fetch('/slow?ms=600').then(() => left ? setTimeout(settle, 500, left - 1) : setTimeout(() => send('batch'), 2000)); settle(2)"
            )
        )
            .Should()
            .ContainSingle();

    [Test]
    public async Task What_stays_open_holds_up_the_moved_clock_for_a_moment_only() =>
        (await BatchesOfAsync("fetch('/slow?ms=3600000'); setTimeout(() => send('batch'), 5000)", new HurriedTime()))
            .Should()
            .ContainSingle();

    [Test]
    public async Task A_page_that_asks_anew_and_anew_does_not_hold_up_the_moved_clock_for_ever() =>
        (
            await BatchesOfAsync(
                "const poll = () => fetch('/slow?ms=700').then(poll); poll(); setTimeout(poll, 300); setTimeout(() => send('batch'), 5000)",
                new HurriedTime()
            )
        )
            .Should()
            .ContainSingle();

    [Test]
    public async Task Every_open_tab_is_left()
    {
        _shop.Serve("/", Page("addEventListener('pagehide', () => send('last'))"));
        await using var walk = await SpecWalk.StartAsync(_browser, ClockMode.Virtual);
        await walk.OpenAsync(_shop.Origin);
        await walk.OpenAsync(_shop.Origin);

        await SettleAsync(walk, new SettleLimits());

        walk.Named("last").Should().HaveCount(2);
    }

    [Test]
    public async Task On_a_real_clock_the_horizon_is_real_time()
    {
        _shop.Serve("/", Page("setTimeout(() => send('batch'), 200)"));
        await using var walk = await SpecWalk.StartAsync(_browser, ClockMode.Real);
        await walk.OpenAsync(_shop.Origin);

        var reason = await SettleAsync(walk, new SettleLimits { Horizon = TimeSpan.FromSeconds(2) });

        walk.Named("batch").Should().ContainSingle();
        reason.Should().StartWith("2 s of real time had passed");
    }

    [Test]
    public async Task The_limit_begins_when_the_horizon_is_over_and_the_pages_are_left()
    {
        _shop.Serve("/", Page(""));
        await using var walk = await SpecWalk.StartAsync(_browser, ClockMode.Real);
        await walk.OpenAsync(_shop.Origin);

        var settlement = await SettledAsync(walk, new SettleLimits { Horizon = TimeSpan.FromSeconds(3), Limit = TimeSpan.FromSeconds(1) });

        settlement.Reason.Should().StartWith("3 s of real time had passed, 1 open page was left");
        settlement.Unsettled.Should().BeEmpty();
    }

    [Test]
    public async Task A_request_that_is_never_answered_is_given_up_at_the_limit_and_the_reason_says_so()
    {
        _shop.Serve("/", Page(""));
        await using var walk = await SpecWalk.StartAsync(_browser, ClockMode.Virtual);
        await walk.OpenAsync(_shop.Origin);
        walk.Ledger.Requests.EnterAnalytics(Endless());

        var settlement = await SettledAsync(
            walk,
            new SettleLimits { Limit = TimeSpan.FromSeconds(1), Horizon = TimeSpan.FromSeconds(0.5) }
        );

        settlement.Unsettled.Should().Equal(new UnsettledVendor("spec", null, "POST https://vendor.example/collect was not answered"));
        settlement
            .Reason.Should()
            .Match(
                "The limit of 1 s was reached with 1 analytics request in flight and the last one seen * ms before: later hits are unknown. Raise 'settle.limit' if the page is to be waited for."
            );
    }

    private static Browser.Capture.RequestSighting Endless() =>
        new()
        {
            Transport = Recording.Transport.Fetch,
            Method = "POST",
            Url = "https://vendor.example/collect?n=endless",
            Fate = Recording.RequestFate.Delivered,
            SeenBy = Recording.Sightings.Browser,
        };

    /// <summary>The requests 'batch' that a page has sent when its walk, on a moved clock, is settled.</summary>
    private async Task<IReadOnlyList<CapturedRequest>> BatchesOfAsync(string script, TimeProvider? time = null)
    {
        _shop.Serve("/", Page(script));
        await using var walk = await SpecWalk.StartAsync(_browser, ClockMode.Virtual, time: time);
        var page = await walk.OpenAsync(_shop.Origin);
        // What the page has asked for before it answers has been told of then; a busy machine may tell of it after the clock is moved.
        await page.EvaluateAsync("() => 0");

        await SettleAsync(walk, new SettleLimits { Limit = TimeSpan.FromMinutes(10) }).WaitAsync(TimeSpan.FromMinutes(2));

        return walk.Named("batch");
    }

    private static async Task<string> SettleAsync(SpecWalk walk, SettleLimits limits) => (await SettledAsync(walk, limits)).Reason;

    private static Task<Settlement> SettledAsync(SpecWalk walk, SettleLimits limits) =>
        new WalkSettler(walk.Ledger, walk.Clock, limits).SettleAsync(walk.Context, walk.Capture, CancellationToken.None);

    private static string Page(string script) =>
        $"<!doctype html><title>Shop</title><script>const send = name => fetch('/collect?n=' + name, {{ method: 'POST', keepalive: true }}); {script}</script>";
}
