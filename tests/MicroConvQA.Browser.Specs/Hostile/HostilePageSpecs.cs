using FluentAssertions;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Browser.Specs.Acting;
using MicroConvQA.Browser.Specs.Walking;
using MicroConvQA.Journeys;
using MicroConvQA.Recording;
using MicroConvQA.Specs;
using MicroConvQA.Specs.Browser.Capture;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Hostile;

/// <summary>
/// Every walk ends, whatever the page does, and takes nothing of others with it. What ends a browser or a driver here has both for itself.
/// </summary>
[Category("Browser")]
[Parallelizable(ParallelScope.All)]
internal sealed class HostilePageSpecs
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>What is promised beyond the walk's own limit.</summary>
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(15);

    private IPlaywright _playwright = null!;
    private BrowserSupply _browsers = null!;

    private static IEnumerable<TestCaseData> Catalogue =>
        HostilePages.All.Select(page =>
        {
            var data = new TestCaseData(page).SetArgDisplayNames(page.Name);
            return page.IsOfGate ? data : data.SetCategory("Nightly");
        });

    [OneTimeSetUp]
    public async Task Start()
    {
        _playwright = await Playwright.CreateAsync();
        _browsers = new BrowserSupply(PoolOf(_playwright), PoolOf, Playwright.CreateAsync);
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await _browsers.DisposeAsync();
        DriverEnd.Of(_playwright);
    }

    private static Journey Visit(string path) => Any.Journey(Any.Step("open") with { Do = [Author.Open(path), Author.Click("Buy")] });

    private static BrowserPool PoolOf(IPlaywright driver) => SharedBrowsers.PoolOf(driver, SpecKnowledge.Shared);

    [TestCaseSource(nameof(Catalogue))]
    public async Task Its_walk_ends_in_time_and_the_walk_after_it_is_green(HostilePage page)
    {
        await using var shop = await ForeignShop.OpenAsync(browsers: _browsers);
        shop.Configuration = shop.Configuration with { Timeout = Limit };
        shop.Serve(HostilePage.Path, page.Html);
        if (page.Answer is { } answer)
        {
            shop.Handle(page.AnswerPath, context => answer(context));
        }

        var hostile = await shop.WalkAsync(shop.WalkOf(Visit(HostilePage.Path))).WaitAsync(Limit + Promise);
        shop.Configuration = shop.Configuration with { Timeout = TimeSpan.FromMinutes(2) };
        var after = await shop.WalkAsync(shop.WalkOf(Any.Journey(Any.Step("look") with { Do = [Author.Click("Lámpa íves")] })));

        TestContext.Out.WriteLine($"{hostile.Duration.TotalSeconds:0.0} s, {hostile.Breakage?.Reason ?? "judged"} {hostile.Settled}");
        after.Breakage.Should().BeNull();
        after.Steps.Should().OnlyContain(step => step.State == StepState.Done);
    }

    [Test]
    public async Task Who_ends_the_driver_twice_is_broken_and_who_walked_beside_it_is_walked_again()
    {
        await using var shop = await ForeignShop.OpenAsync(browsers: _browsers);
        var arrived = new TaskCompletionSource();
        var over = new TaskCompletionSource();
        shop.Serve(HostilePage.Path, "<button onclick=\"__playwright__binding__('null')\">Buy</button>");
        shop.Serve("/beside", "<script>fetch('/go').then(() => document.write('<button>Buy</button>'))</script>");
        shop.Handle("/go", _ =>
        {
            arrived.TrySetResult();
            return over.Task;
        });

        var beside = shop.WalkAsync(shop.WalkOf(Visit("/beside")));
        await arrived.Task;
        var hostile = await shop.WalkAsync(shop.WalkOf(Visit(HostilePage.Path)));
        over.SetResult();
        var after = await shop.WalkAsync(shop.WalkOf(Any.Journey(Any.Step("look") with { Do = [Author.Click("Lámpa íves")] })));

        hostile
            .Breakage!.Reason.Should()
            .Be(
                "Playwright's driver died during the walk, and once more when it was walked alone: a page of the shop ends it. Look at what the page does where the walk was; if it should not, report it with the recording."
            );
        hostile.Breakage.Action.Should().Be("click: 'Buy'");
        (await beside).Breakage.Should().BeNull();
        after.Breakage.Should().BeNull();
    }

    [TestCase("while (true);")]
    [TestCase("while (true) alert('!');")]
    public async Task A_page_that_answers_no_question_is_named(string script)
    {
        var reason = await ReasonAsync(shop =>
            shop.Serve(
                HostilePage.Path,
                $"<script>function act() {{ navigator.sendBeacon('/ring'); {script} }}</script><button onclick=\"act()\">Buy</button>"
            )
        );

        reason
            .Should()
            .Be(
                "The walk took longer than the 777 s that 'timeout' allows. It waited for the page {origin}/hostile, which answered no question: a script of its does not end, or a dialog keeps it. Look at it by hand."
            );
    }

    [Test]
    public async Task A_document_that_does_not_come_is_named()
    {
        var reason = await ReasonAsync(shop =>
            shop.Serve(HostilePage.Path, "<script>navigator.sendBeacon('/ring')</script><script src=/slow?ms=3600000></script>")
        );

        reason
            .Should()
            .Be(
                "The walk took longer than the 777 s that 'timeout' allows. It waited for the document of {origin}/hostile, which did not come to its end. Look at what the shop's server does, or raise 'timeout'."
            );
    }

    [Test]
    public async Task An_action_that_waits_on_a_page_that_answers_is_named_alone()
    {
        var reason = await ReasonAsync(shop =>
            shop.Serve(HostilePage.Path, "<button onclick=\"navigator.sendBeacon('/ring'); this.remove()\">Buy</button>")
        );

        reason.Should().Be("The walk took longer than the 777 s that 'timeout' allows; this is where it was then.");
    }

    /// <summary>Why a walk breaks whose time is over as soon as its page asks for <c>/ring</c>.</summary>
    private async Task<string> ReasonAsync(Action<ForeignShop> serve)
    {
        var time = new AlarmTime(TimeSpan.FromSeconds(777));
        await using var shop = await ForeignShop.OpenAsync(browsers: _browsers);
        shop.Time = time;
        shop.Configuration = shop.Configuration with { Timeout = TimeSpan.FromSeconds(777) };
        shop.Handle("/ring", _ =>
        {
            time.Ring();
            return Task.CompletedTask;
        });
        serve(shop);

        var walk = await shop.WalkAsync(
            shop.WalkOf(
                Any.Journey(Any.Step("open") with { Do = [Author.Open(HostilePage.Path), Author.Click("Buy"), Author.WaitFor(".never")] })
            )
        );

        return walk.Breakage!.Reason.Replace(shop.Origin, "{origin}", StringComparison.Ordinal);
    }
}
