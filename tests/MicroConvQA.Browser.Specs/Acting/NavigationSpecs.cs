using FluentAssertions;
using MicroConvQA.Browser.Acting;
using MicroConvQA.Browser.Specs.Capture;
using MicroConvQA.Specs;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Acting;

[Category("Browser")]
internal sealed class NavigationSpecs
{
    private SpecSite _site = null!;

    [OneTimeSetUp]
    public async Task Serve()
    {
        _site = await SpecSite.StartAsync();
        _site
            .Serve("/a", "<title>Page A</title><a href=/b>To B</a> <a href=/b target=_blank>B in a tab</a>")
            .Serve("/b", "<title>Page B</title><h1>B</h1><button onclick='close()'>Close me</button>");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _site.DisposeAsync();

    private Task<Stage> SetAsync(double patience = 30) => Stage.SetAsync("", patience: patience, baseUrl: $"{_site.Origin}/");

    [Test, Covers("action", "open")]
    public async Task A_path_is_opened_on_the_site_under_test()
    {
        await using var stage = await SetAsync();

        await stage.DoAsync(Author.Open("/a"));

        stage.Page.Url.Should().Be($"{_site.Origin}/a");
    }

    [Test]
    public async Task A_page_that_goes_on_when_an_answer_comes_is_let_through_before_another_is_opened()
    {
        _site.Serve(
            "/log-in",
            "<title>Log in</title><button onclick=\"fetch('/slow?ms=400').then(() => location.href = '/a')\">Log in</button>"
        );
        await using var stage = await SetAsync();
        await stage.DoAsync(Author.Open("/log-in"));
        await stage.DoAsync(Author.Click("Log in"));

        await stage.DoAsync(Author.Open("/b"));

        (await stage.Page.TitleAsync()).Should().Be("Page B");
        (await HistoryAsync(stage)).Should().Equal("/log-in", "/a", "/b");
    }

    [Test]
    public async Task A_page_that_goes_on_by_itself_while_another_is_opened_does_not_break_the_walk()
    {
        _site.Serve("/hurried", "<title>Hurried</title><button onclick=\"setTimeout(() => location.href = '/a', 500)\">Go on</button>");
        await using var stage = await SetAsync();
        await stage.DoAsync(Author.Open("/hurried"));
        await stage.DoAsync(Author.Click("Go on"));

        await stage.DoAsync(Author.Open("/slow?ms=1000"));

        stage.Page.Url.Should().EndWith("/slow?ms=1000");
    }

    [Test]
    public async Task A_page_that_asks_for_ever_is_left_all_the_same()
    {
        _site.Serve("/asking", "<title>Asking</title><script>fetch('/slow?ms=60000')</script>");
        await using var stage = await SetAsync();
        await stage.DoAsync(Author.Open("/asking"));

        await stage.DoAsync(Author.Open("/b"));

        (await stage.Page.TitleAsync()).Should().Be("Page B");
    }

    [Test]
    public async Task A_url_that_came_before_Playwright_listened_for_it_is_not_waited_for_in_vain()
    {
        await using var stage = await SetAsync();
        await stage.DoAsync(Author.Open("/a"));
        var deaf = LateListener.Before(stage.Page, () => stage.Page.GotoAsync($"{_site.Origin}/b"));

        await PageAddress.BecomesAsync(deaf, "**/b", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));

        (await stage.Page.TitleAsync()).Should().Be("Page B");
    }

    [Test]
    public async Task A_url_is_waited_for_past_a_navigation_that_another_one_overtakes()
    {
        await using var stage = await SetAsync();
        await stage.DoAsync(Author.Open("/a"));
        await stage.Page.EvaluateAsync(
            "() => { setTimeout(() => { location.href = '/slow?ms=20000'; }, 100); setTimeout(() => { location.href = '/b'; }, 600); }"
        );

        await stage.DoAsync(Author.WaitForUrl("**/b"));

        (await stage.Page.TitleAsync()).Should().Be("Page B");
    }

    [Test]
    public async Task A_url_that_came_with_a_document_that_does_not_end_in_time_breaks_with_that_and_not_with_the_url()
    {
        await using var stage = await SetEndlessAsync();
        await stage.Page.EvaluateAsync("() => { setTimeout(() => { location.href = '/endless'; }, 100); }");

        (await stage.BreakAsync(Author.WaitForUrl("**/endless"))).Should().Be(Endless);
    }

    [Test]
    public async Task A_click_that_leads_to_a_document_that_does_not_end_in_time_breaks_when_a_navigation_may_take_no_longer()
    {
        await using var stage = await SetEndlessAsync();
        await stage.Page.EvaluateAsync("() => { document.body.innerHTML = '<a href=/endless>On</a>'; }");

        (await stage.BreakAsync(Author.Click("On"))).Should().Be(Endless);
    }

    private string Endless =>
        $"The document of {_site.Origin}/endless did not come to its end in 1 s. Look at what the shop's server does, or raise 'navigationTimeout'.";

    private async Task<Stage> SetEndlessAsync()
    {
        _site.Handle("/endless", async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<title>Endless</title>");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        var stage = await Stage.SetAsync("", baseUrl: $"{_site.Origin}/", documentPatience: 1);
        await stage.Page.GotoAsync($"{_site.Origin}/a", new() { Timeout = 30_000 });
        return stage;
    }

    [Test, Covers("action", "reload")]
    public async Task A_page_is_loaded_again()
    {
        await using var stage = await SetAsync();
        await stage.DoAsync(Author.Open("/a"));
        await stage.Page.EvaluateAsync("() => window.mark = 1");

        await stage.DoAsync(Author.Reload());

        (await stage.Page.EvaluateAsync<bool>("() => 'mark' in window")).Should().BeFalse();
    }

    [Test, Covers("action", "back"), Covers("action", "forward")]
    public async Task The_history_is_gone_through_both_ways()
    {
        await using var stage = await SetAsync();
        await stage.DoAsync(Author.Open("/a"));
        await stage.DoAsync(Author.Click("To B"));

        await stage.DoAsync(Author.Back());
        var before = stage.Page.Url;
        await stage.DoAsync(Author.Forward());

        before.Should().EndWith("/a");
        stage.Page.Url.Should().EndWith("/b");
    }

    [Test]
    public async Task A_history_that_has_no_further_page_breaks()
    {
        await using var stage = await SetAsync();
        await stage.DoAsync(Author.Open("/a"));

        var reason = await stage.BreakAsync(Author.Forward());

        reason.Should().Be($"There is no page to go forward to from {_site.Origin}/a.");
    }

    [Test]
    public async Task A_click_that_navigates_ends_on_the_new_page()
    {
        await using var stage = await SetAsync();
        await stage.DoAsync(Author.Open("/a"));

        await stage.DoAsync(Author.Click("To B"));

        (await stage.Page.TitleAsync()).Should().Be("Page B");
    }

    [Test, Covers("action", "new tab"), Covers("action", "switch tab"), Covers("action", "close tab")]
    public async Task Tabs_are_opened_switched_and_closed()
    {
        await using var stage = await SetAsync();
        await stage.DoAsync(Author.Open("/a"));

        await stage.DoAsync(Author.NewTab("/b"));
        var opened = stage.Page.Url;
        await stage.DoAsync(Author.SwitchTab("1"));
        var first = stage.Page.Url;
        await stage.DoAsync(Author.SwitchTab("page b"));
        await stage.DoAsync(Author.CloseTab());

        (opened, first, stage.Page.Url).Should().Be(($"{_site.Origin}/b", $"{_site.Origin}/a", $"{_site.Origin}/a"));
    }

    [Test]
    public async Task A_tab_that_a_link_opens_is_waited_for()
    {
        await using var stage = await SetAsync();
        await stage.DoAsync(Author.Open("/a"));

        await stage.DoAsync(Author.Click("B in a tab"));
        await stage.DoAsync(Author.SwitchTab("Page B"));

        stage.Page.Url.Should().EndWith("/b");
    }

    [Test]
    public async Task A_tab_that_is_not_open_is_answered_with_those_that_are()
    {
        await using var stage = await SetAsync(patience: 2);
        await stage.DoAsync(Author.Open("/a"));

        var reason = await stage.BreakAsync(Author.SwitchTab("Help"));

        reason.Should().Be($"No open tab is 'Help', by number, title or URL. Open: (1) 'Page A' {_site.Origin}/a.");
    }

    [Test]
    public async Task The_only_tab_is_not_closed()
    {
        await using var stage = await SetAsync();

        var reason = await stage.BreakAsync(Author.CloseTab());

        reason.Should().Be("This is the only open tab; there is none to go on in. Leave 'close tab' out, or open another tab first.");
    }

    [Test, Covers("action", "go offline"), Covers("action", "go online")]
    public async Task The_network_is_cut_and_comes_back()
    {
        await using var stage = await SetAsync();
        await stage.DoAsync(Author.Open("/a"));

        await stage.DoAsync(Author.GoOffline());
        var reason = await stage.BreakAsync(Author.Open("/b"));
        await stage.DoAsync(Author.GoOnline());
        await stage.DoAsync(Author.Open("/b"));

        reason.Should().Be($"{_site.Origin}/b could not be opened because the journey is offline here. Go online first.");
        stage.Page.Url.Should().EndWith("/b");
    }

    [Test]
    public async Task A_site_that_is_down_is_told_with_its_address()
    {
        using var down = new ClosedPort();
        await using var stage = await Stage.SetAsync("", baseUrl: "http://127.0.0.1:9/");

        var reason = await stage.BreakAsync(Author.Open($"{down.Url}/"));

        reason.Should().Be($"Nothing answers at {down.Url}/ (connection refused). Start the shop, or correct baseURL or --base-url.");
    }

    [TestCase("file:///etc/passwd")]
    [TestCase("javascript:alert(1)")]
    public async Task Only_web_pages_are_opened(string url)
    {
        await using var stage = await SetAsync();

        var reason = await stage.BreakAsync(Author.Open(url));

        reason.Should().Be($"'{url}' is not a web page; only http and https are opened.");
    }

    /// <summary>The paths that a tab has been at, without its first page, which the stage wrote itself.</summary>
    private static async Task<IEnumerable<string>> HistoryAsync(Stage stage)
    {
        var session = await stage.Browser.NewCDPSessionAsync(stage.Page);
        var history = await session.SendAsync("Page.getNavigationHistory");
        return history!
            .Value.GetProperty("entries")
            .EnumerateArray()
            .Select(entry => new Uri(entry.GetProperty("url").GetString()!).AbsolutePath)
            .Skip(1);
    }
}
