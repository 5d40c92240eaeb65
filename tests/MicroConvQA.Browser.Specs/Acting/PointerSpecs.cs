using FluentAssertions;
using MicroConvQA.Journeys.Actions;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Acting;

[Category("Browser")]
[Parallelizable(ParallelScope.All)]
internal sealed class PointerSpecs
{
    private const string Phone = "Pixel 7";
    private const string Head = "<meta name=viewport content='width=device-width'>";

    private const string Gallery = """
        <div id=gallery tabindex=0 role=region aria-label="Product images" style="width:300px;height:200px;overflow-x:scroll;display:flex;scroll-snap-type:x mandatory">
          <img alt=one style="min-width:300px;scroll-snap-align:start"><img alt=two style="min-width:300px;scroll-snap-align:start"><img alt=three style="min-width:300px;scroll-snap-align:start">
        </div>
        """;

    [Test, Covers("action", "click")]
    public async Task A_click_presses_the_control_once()
    {
        await using var stage = await Stage.SetAsync("<button id=buy>Buy</button>");

        await stage.DoAsync(Author.Click("Buy"));

        (await stage.LogAsync()).Where(line => line.StartsWith("click", StringComparison.Ordinal)).Should().Equal("click buy");
    }

    [Test, Covers("action", "double click")]
    public async Task A_double_click_is_one_double_click()
    {
        await using var stage = await Stage.SetAsync("<button id=zoom>Zoom</button>");

        await stage.DoAsync(Author.DoubleClick("Zoom"));

        (await stage.LogAsync()).Should().ContainSingle(line => line == "dblclick zoom");
    }

    [Test, Covers("action", "hover")]
    public async Task A_hover_rests_on_the_element_and_does_not_press()
    {
        await using var stage = await Stage.SetAsync("<img id=photo alt='Product image' width=100 height=100>");

        await stage.DoAsync(Author.Hover("Product image"));

        (await stage.LogAsync()).Should().Contain("mouseenter photo").And.NotContain("click photo");
    }

    [Test, Covers("action", "tap")]
    public async Task A_tap_touches_and_the_page_is_clicked_once()
    {
        await using var stage = await Stage.SetAsync(Head + "<button id=buy>Buy</button>", Phone);

        await stage.DoAsync(Author.Tap("Buy"));

        await stage.Page.WaitForFunctionAsync("() => log.includes('click buy')");
        (await stage.LogAsync()).Where(line => line is "touchstart buy" or "click buy").Should().Equal("touchstart buy", "click buy");
    }

    [Test]
    public async Task A_tap_is_a_click_where_there_is_no_touch()
    {
        await using var stage = await Stage.SetAsync("<button id=buy>Buy</button>");

        await stage.DoAsync(Author.Tap("Buy"));

        (await stage.LogAsync()).Should().Contain("click buy").And.NotContain("touchstart buy");
    }

    [Test, Covers("action", "double tap")]
    public async Task A_double_tap_touches_twice_within_the_time_that_pages_allow()
    {
        const string listens = """
            <img id=photo alt='Product image' width=200 height=200 style='touch-action: manipulation'>
            <script>let last = -1000; photo.addEventListener('touchend', event => { if (event.timeStamp - last < 300) log.push('zoom'); last = event.timeStamp; });</script>
            """;
        await using var stage = await Stage.SetAsync(Head + listens, Phone);

        await stage.DoAsync(Author.DoubleTap("Product image"));

        (await stage.LogAsync())
            .Where(line => line is "touchstart photo" or "touchend photo" or "zoom")
            .Should()
            .Equal("touchstart photo", "touchend photo", "touchstart photo", "touchend photo", "zoom");
    }

    [Test]
    public async Task A_double_tap_is_a_double_click_where_there_is_no_touch()
    {
        await using var stage = await Stage.SetAsync("<img id=photo alt='Product image' width=100 height=100>");

        await stage.DoAsync(Author.DoubleTap("Product image"));

        (await stage.LogAsync()).Should().ContainSingle(line => line == "dblclick photo");
    }

    [Test, Covers("action", "swipe")]
    public async Task A_swipe_to_the_left_moves_a_finger_to_the_left_and_the_gallery_scrolls()
    {
        const string listens = """
            <script>let from; gallery.addEventListener('touchstart', event => from = event.touches[0].clientX, { passive: true });
            gallery.addEventListener('touchend', event => log.push(event.changedTouches[0].clientX < from ? 'to the left' : 'to the right'));</script>
            """;
        await using var stage = await Stage.SetAsync(Head + Gallery + listens, Phone);

        await stage.DoAsync(Author.Swipe("Product images", SwipeDirection.Left));

        await stage.Page.WaitForFunctionAsync("() => gallery.scrollLeft >= 250");
        (await stage.LogAsync()).Should().Contain("touchstart img").And.EndWith("to the left");
    }

    [TestCase(SwipeDirection.Left, "left")]
    [TestCase(SwipeDirection.Right, "right")]
    [TestCase(SwipeDirection.Up, "up")]
    [TestCase(SwipeDirection.Down, "down")]
    public async Task A_swipe_goes_where_it_is_told(SwipeDirection direction, string way)
    {
        const string listens = """
            <div id=pad class=pad style='width:300px;height:300px;touch-action:none;background:#eee'></div>
            <script>let x, y; pad.addEventListener('touchstart', event => { [x, y] = [event.touches[0].clientX, event.touches[0].clientY]; });
            pad.addEventListener('touchend', event => {
              const [dx, dy] = [event.changedTouches[0].clientX - x, event.changedTouches[0].clientY - y];
              log.push(Math.abs(dx) > Math.abs(dy) ? dx < 0 ? 'left' : 'right' : dy < 0 ? 'up' : 'down');
            });</script>
            """;
        await using var stage = await Stage.SetAsync(Head + listens, Phone);

        await stage.DoAsync(Author.Swipe(".pad", direction));

        (await stage.LogAsync()).Should().EndWith(way);
    }

    [Test]
    public async Task A_swipe_drags_with_the_mouse_where_there_is_no_touch()
    {
        const string listens = """
            <div class=pad style='width:300px;height:300px;background:#eee'></div>
            <script>let x; const pad = document.querySelector('.pad'); pad.onmousedown = event => x = event.clientX; pad.onmouseup = event => log.push(event.clientX < x ? 'left' : 'right');</script>
            """;
        await using var stage = await Stage.SetAsync(listens);

        await stage.DoAsync(Author.Swipe(".pad", SwipeDirection.Left));

        (await stage.LogAsync()).Should().Contain("left");
    }

    [Test]
    public async Task A_covered_control_is_named_with_what_covers_it()
    {
        await using var stage = await Stage.SetAsync(
            "<button>Buy</button><div class=banner style='position:fixed;inset:0;background:#fff'>Cookies</div>",
            patience: 2
        );

        var reason = await stage.BreakAsync(Author.Click("Buy"));

        reason
            .Should()
            .Be("The element is covered by <div class=\"banner\">Cookies</div>: close what lies over it first, or scroll it away.");
    }

    [Test]
    public async Task A_disabled_control_is_said_to_be_disabled()
    {
        await using var stage = await Stage.SetAsync("<button disabled>Buy</button>", patience: 2);

        var reason = await stage.BreakAsync(Author.Click("Buy"));

        reason.Should().Be("The element is there but disabled. What must the shopper do first to enable it?");
    }

    [Test]
    public async Task A_swipe_is_over_when_the_list_lies_still()
    {
        await using var stage = await Stage.SetAsync(
            "<ul id=list style='display:flex;overflow-x:auto;width:300px;padding:0'>"
                + string.Concat(Enumerable.Range(1, 30).Select(n => $"<li style='flex:0 0 200px;height:200px'>{n}"))
                + "</ul>",
            device: "Pixel 7"
        );

        await stage.DoAsync(Author.Swipe("#list", SwipeDirection.Left));
        var before = await ScrolledAsync(stage);
        await stage.Page.EvaluateAsync(
            "() => new Promise(done => { let frames = 30; const next = () => frames-- ? requestAnimationFrame(next) : done(); next(); })"
        );

        before.Should().BePositive();
        (await ScrolledAsync(stage)).Should().Be(before);
    }

    private static Task<double> ScrolledAsync(Stage stage) =>
        stage.Page.EvaluateAsync<double>("() => document.getElementById('list').scrollLeft");
}
