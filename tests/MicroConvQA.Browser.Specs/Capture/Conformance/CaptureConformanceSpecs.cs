using System.Text;
using FluentAssertions;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Recording;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture.Conformance;

/// <summary>
/// Whatever way a page sends an event, it is seen once, with its exact bytes, as sent by its page, and does not leave this machine: for
/// each engine that this machine has. What an engine cannot do is held too, so that an engine that learns it is noticed. The gate has the
/// engine and the scheme that most shops meet; Firefox has its journey there.
/// </summary>
[Category("Browser")]
[TestFixture(BrowserEngine.Chromium, "http", Category = "Nightly")]
[TestFixture(BrowserEngine.Chromium, "https")]
[TestFixture(BrowserEngine.Firefox, "https", Category = "Nightly")]
internal sealed class CaptureConformanceSpecs(BrowserEngine engine, string scheme)
{
    private const string InPage = "in-page";

    private SpecBrowser _browser = null!;
    private SpecSite _shop = null!;
    private SpecSite _vendor = null!;
    private SpecWalk _shared = null!;
    private IPage _page = null!;

    /// <summary>Nobody has the name of the second: what the capture answers needs no server.</summary>
    private string Vendor => scheme == "http" ? _vendor.OtherOrigin : "https://vendor.test";

    private static IEnumerable<TestCaseData> Cases() =>
        InPageCases.All.Concat(LeavingCases.All).Select(one => new TestCaseData(one).SetName($"{{m}}({one.Name})"));

    [OneTimeSetUp]
    public async Task OpenShop()
    {
        try
        {
            _browser = await SpecBrowser.SharedAsync(engine);
        }
        catch (BrowserNotFoundException missing) when (engine != BrowserEngine.Chromium)
        {
            Assert.Ignore(missing.Message);
        }

        _shop = (await SpecSite.StartAsync())
            .Serve("/next", "<!doctype html><title>Next</title>")
            .Serve("/sender", "<!doctype html><script>navigator.sendBeacon(location.search.slice(1), 'frame')</script>")
            .Serve(
                "/service.js",
                "addEventListener('activate', e => e.waitUntil(clients.claim())); addEventListener('install', () => fetch(location.search.slice(1), { method: 'POST', mode: 'no-cors', body: 'own' }))",
                "text/javascript"
            )
            .Serve(
                "/passing.js",
                "addEventListener('activate', e => e.waitUntil(clients.claim())); addEventListener('fetch', e => e.respondWith(fetch(e.request)))",
                "text/javascript"
            );
        _vendor = await SpecSite.StartAsync();
        _shop.Serve($"/{InPage}", "<!doctype html><title>Shop</title><body>");
        _shared = await SpecWalk.StartAsync(_browser);
        _page = await _shared.OpenAsync($"{_shop.Origin}/{InPage}");
    }

    [OneTimeTearDown]
    public async Task CloseBrowser()
    {
        foreach (IAsyncDisposable? opened in (IAsyncDisposable?[])[_shared, _browser, _shop, _vendor])
        {
            await (opened?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public async Task An_event_is_seen_once_with_its_exact_bytes_and_its_page(object way)
    {
        var one = (ConformanceCase)way;
        if (InPageCases.All.Contains(one))
        {
            Check(one, InPage, await SendAsync(one, _shared, _page), _shared);
            return;
        }

        var markup = one
            .Page.Replace("{url}", Url(one.Name), StringComparison.Ordinal)
            .Replace("{other}", _shop.OtherOrigin, StringComparison.Ordinal);
        _shop.Serve($"/{one.Name}", $"<!doctype html><title>Shop</title><body>{markup}").Redirect("/redirect", Url(one.Name));
        await using var walk = await SpecWalk.StartAsync(_browser);
        var page = await walk.OpenAsync($"{_shop.Origin}/{one.Name}");
        Check(one, one.SentBy is null ? one.Name : $"{one.SentBy}?{Url(one.Name)}", await SendAsync(one, walk, page), walk);
    }

    private async Task<IReadOnlyList<CapturedRequest>> SendAsync(ConformanceCase one, SpecWalk walk, IPage page)
    {
        await walk.Capture.SetOfflineAsync(one.Fate == RequestFate.NotDelivered, CancellationToken.None);
        try
        {
            await page.EvaluateAsync($"async url => {{ {one.Script} }}", Url(one.Name));
            await LeaveAsync(walk, page, one.Then);
        }
        catch (PlaywrightException) when (Inability(one) is not null)
        {
            // The script does not even run.
            return [];
        }

        // What an engine cannot do, or gives up, is not waited for as long as what must come.
        var due = one.Bodies.Count(body => body.Length > 0 || !one.GivenUpBy.Contains(engine));
        await walk.SeenAsync(one.Name, due, Inability(one) is null ? null : TimeSpan.FromSeconds(3));
        // Whose it was the browser may tell after the wire has shown it: as late as a request of now takes, the walk's settling waits for
        // it.
        if (walk.Context.Pages is [var left, ..])
        {
            await walk.Capture.DelayAsync(left, CancellationToken.None);
        }

        return walk.Named(one.Name);
    }

    private void Check(ConformanceCase one, string path, IReadOnlyList<CapturedRequest> seen, SpecWalk walk)
    {
        if (Inability(one) is { } why)
        {
            Bodies(seen)
                .Should()
                .NotBeEquivalentTo(Expected(one, seen), "{0}: {1}; if that is no longer true, the case may say so", engine, why);
            return;
        }

        var sent = one.GivenUpBy.Contains(engine) ? [.. seen.Where(request => request.Body.Length > 0)] : seen;
        Bodies(sent).Should().BeEquivalentTo(Expected(one, seen));
        seen.Where(request => request.Body.Length == 0).Should().HaveCountLessThanOrEqualTo(1);
        sent.Should()
            .OnlyContain(request =>
                request.Fate == one.Fate && request.BodyState == (request.Body.Length == 0 ? BodyState.None : BodyState.Complete)
            );
        string[] pages =
        [
            $"{_shop.Origin}/{path}",
            .. one.ToldLateBy.Contains(engine) ? [$"{_shop.Origin}/next", $"{_shop.OtherOrigin}/next"] : (string[])[],
        ];
        Pages(sent, walk).Should().NotBeEmpty().And.BeSubsetOf(pages);
        _vendor.Arrived.Should().BeEmpty();
    }

    private Task LeaveAsync(SpecWalk walk, IPage page, Departure departure) =>
        departure switch
        {
            Departure.None => Task.CompletedTask,
            Departure.NextPage => page.GotoAsync($"{_shop.Origin}/next"),
            Departure.OtherSite => page.GotoAsync($"{_shop.OtherOrigin}/next"),
            Departure.Reload => page.ReloadAsync(),
            Departure.CloseTab => page.CloseAsync(),
            Departure.ForGood => walk.Capture.LeaveAsync(page, CancellationToken.None),
            _ => throw new ArgumentOutOfRangeException(nameof(departure), departure, null),
        };

    private string? Inability(ConformanceCase one) =>
        one.Inabilities.GetValueOrDefault(engine) ?? (scheme == "http" ? one.NotOverHttp : null);

    private string Url(string name) => $"{Vendor}/collect?n={name}";

    private static IEnumerable<string> Pages(IEnumerable<CapturedRequest> seen, SpecWalk walk)
    {
        var visits = walk.Ledger.Snapshot().Visits;
        return seen.Select(request => visits.FirstOrDefault(visit => visit.Number == request.Visit)?.Url).OfType<string>().Distinct();
    }

    /// <summary>The bodies as texts that a message can show; a boundary is the browser's to choose.</summary>
    private IEnumerable<string> Expected(ConformanceCase one, IReadOnlyList<CapturedRequest> seen)
    {
        var boundary = seen.Select(request => request.Headers.GetValueOrDefault("Content-Type")?.Split("boundary=").ElementAtOrDefault(1))
            .FirstOrDefault()
            ?? "";
        return one
            .Bodies.Where(body => body.Length > 0 || !one.GivenUpBy.Contains(engine))
            .Select(body => Encoding.Latin1.GetString(body).Replace("{boundary}", boundary, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Bodies(IEnumerable<CapturedRequest> seen) =>
        seen.Select(request => Encoding.Latin1.GetString(request.Body));
}
