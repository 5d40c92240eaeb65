using System.Text;
using FluentAssertions;
using MicroConvQA.Journeys;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Acting;

[Category("Browser")]
[Parallelizable(ParallelScope.All)]
internal sealed class PageSpecs
{
    private const string Tall = "<style>body{margin:0}</style><div style='height:4000px'>top</div><p id=end class=end>end</p>";

    private const string Depths = "<script>addEventListener('scroll', () => log.push(Math.round(scrollY)))</script>";

    [Test, Covers("action", "scroll by")]
    public async Task A_page_is_scrolled_by_pixels()
    {
        await using var stage = await Stage.SetAsync(Tall);

        await stage.DoAsync(Author.ScrollBy(1700));
        await stage.DoAsync(Author.ScrollBy(-200));

        (await stage.Page.EvaluateAsync<int>("() => scrollY")).Should().Be(1500);
    }

    [Test, Covers("action", "scroll percent")]
    public async Task A_page_is_scrolled_to_a_share_of_its_height_screen_by_screen()
    {
        await using var stage = await Stage.SetAsync(Tall + Depths);

        await stage.DoAsync(Author.ScrollToPercent(50));

        var share = await stage.Page.EvaluateAsync<double>("() => scrollY / (document.documentElement.scrollHeight - innerHeight)");
        share.Should().BeApproximately(0.5, 0.001);
        (await stage.Page.EvaluateAsync<int>("() => log.filter(entry => typeof entry === 'number').length")).Should().BeGreaterThan(1);
    }

    [Test]
    public async Task What_loads_while_scrolling_is_scrolled_too()
    {
        const string lazy =
            "<script>addEventListener('scroll', () => document.body.insertAdjacentHTML('beforeend', \"<div style='height:3000px'>more</div>\"), { once: true })</script>";
        await using var stage = await Stage.SetAsync(Tall + lazy);

        await stage.DoAsync(Author.ScrollToPercent(100));

        (await stage.Page.EvaluateAsync<int>("() => Math.round(scrollY + innerHeight)")).Should().BeGreaterThan(7000);
    }

    [Test, Covers("action", "scroll to")]
    public async Task An_element_is_scrolled_into_view()
    {
        await using var stage = await Stage.SetAsync(Tall);

        await stage.DoAsync(Author.ScrollTo(".end"));

        (await stage.Page.EvaluateAsync<bool>("() => end.getBoundingClientRect().top < innerHeight")).Should().BeTrue();
    }

    [Test, Covers("action", "stay")]
    public async Task Staying_passes_page_time_on_the_virtual_clock()
    {
        await using var stage = await Stage.SetAsync(
            "<script>setTimeout(() => log.push('dwelt'), 5000)</script>",
            clock: ClockMode.Virtual
        );

        await stage.DoAsync(Author.Stay(5.5));

        (await stage.LogAsync()).Should().Contain("dwelt");
    }

    [Test, Covers("action", "wait for")]
    public async Task An_element_is_waited_for()
    {
        await using var stage = await Stage.SetAsync(
            "<script>setTimeout(() => document.body.insertAdjacentHTML('beforeend', '<p class=done>Done</p>'), 200)</script>"
        );

        await stage.DoAsync(Author.WaitFor(".done"));

        (await stage.Page.Locator(".done").CountAsync()).Should().Be(1);
    }

    [Test]
    public async Task A_text_is_waited_for()
    {
        await using var stage = await Stage.SetAsync(
            "<script>setTimeout(() => document.body.insertAdjacentHTML('beforeend', '<p>Thank you</p>'), 200)</script>"
        );

        await stage.DoAsync(Author.WaitForText("Thank you"));

        (await stage.Page.ContentAsync()).Should().Contain("Thank you");
    }

    [Test]
    public async Task A_text_that_does_not_show_breaks_with_where_and_how_long()
    {
        await using var stage = await Stage.SetAsync("<p>Sorry</p>", patience: 0.5);

        var reason = await stage.BreakAsync(Author.WaitForText("Thank you"));

        reason.Should().Be("The text 'Thank you' did not show on about:blank within 0.5 s.");
    }

    [Test]
    public async Task A_url_is_waited_for()
    {
        await using var stage = await Stage.SetAsync("<script>setTimeout(() => location.hash = 'paid', 200)</script>");

        await stage.DoAsync(Author.WaitForUrl("**#paid"));

        stage.Page.Url.Should().EndWith("#paid");
    }

    [Test]
    public async Task A_url_that_does_not_come_breaks_with_the_one_that_is_there()
    {
        await using var stage = await Stage.SetAsync("", patience: 0.5);

        var reason = await stage.BreakAsync(Author.WaitForUrl("**/paid"));

        reason.Should().Be("The page's URL did not become '**/paid' within 0.5 s; it is about:blank.");
    }

    [TestCase("<audio id=m class=m controls src='{0}'></audio>", ".m", ClockMode.Real)]
    [TestCase("<audio id=m class=m controls src='{0}'></audio>", ".m", ClockMode.Virtual)]
    [TestCase("<audio id=m aria-label='Product film' controls src='{0}'></audio>", "Product film", ClockMode.Virtual)]
    [TestCase("<audio id=m src='{0}'></audio><button onclick='m.play()'>Play film</button>", "Play film", ClockMode.Virtual)]
    [TestCase(
        "<section id=player class=player style='height:90px'><audio id=m controls src='{0}'></audio></section>",
        ".player",
        ClockMode.Virtual
    )]
    [Covers("action", "play")]
    public async Task A_medium_is_played_in_real_time_until_it_has_run_for_so_long(string html, string locator, ClockMode clock)
    {
        await using var stage = await Stage.SetAsync(html.Replace("{0}", Sound(), StringComparison.Ordinal), clock: clock);

        await stage.DoAsync(Author.Play(locator, 0.6));

        (await stage.Page.EvaluateAsync<double>("() => m.currentTime")).Should().BeGreaterThanOrEqualTo(0.6);
    }

    [Test]
    public async Task A_medium_that_cannot_be_loaded_breaks()
    {
        await using var stage = await Stage.SetAsync("<audio id=m class=m controls src='data:audio/wav;base64,AAAA'></audio>");

        var reason = await stage.BreakAsync(Author.Play(".m", 0.5));

        reason.Should().StartWith("The medium on about:blank does not play: ");
    }

    /// <summary>Two seconds of silence as a WAV file.</summary>
    private static string Sound()
    {
        const int rate = 8000;
        using var file = new MemoryStream();
        using var wave = new BinaryWriter(file);
        wave.Write(Encoding.ASCII.GetBytes("RIFF"));
        wave.Write(36 + 2 * rate);
        wave.Write(Encoding.ASCII.GetBytes("WAVEfmt "));
        wave.Write(16);
        wave.Write((short)1);
        wave.Write((short)1);
        wave.Write(rate);
        wave.Write(rate);
        wave.Write((short)1);
        wave.Write((short)8);
        wave.Write(Encoding.ASCII.GetBytes("data"));
        wave.Write(2 * rate);
        wave.Write(Enumerable.Repeat((byte)128, 2 * rate).ToArray());
        return $"data:audio/wav;base64,{Convert.ToBase64String(file.ToArray())}";
    }
}
