using FluentAssertions;
using MicroConvQA.Attribution;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Specs.Acting;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Recording;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Walking;

/// <summary>
/// When did it happen: a shop that queues its events as gtag.js does, for a while or until the page is left, is walked and its hits are
/// given to steps.
/// </summary>
[Category("Browser")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class StepOfHitSpecs
{
    private const string Client = """
        <!doctype html><script>
        const load = Math.floor(Math.random() * 1e9), queue = [];
        const track = name => queue.push(`en=${name}&dl=${encodeURIComponent(location.href)}`);
        const pushed = name => { (window.dataLayer ??= []).push({ event: name }); track(name); };
        const flush = () => queue.length && navigator.sendBeacon('https://www.google-analytics.com/g/collect?v=2&tid=G-SPEC000001&cid=1.1&_p=' + load, queue.splice(0).join('\r\n'));
        setInterval(flush, 60_000);
        addEventListener('pagehide', flush);
        </script>
        """;

    private static readonly TrafficDecoder Decoder = TrafficDecoder.For([Any.Ga4, Any.DataLayer]);
    private static readonly DecoderKnowledge Knowledge = new(Decoder);

    private ForeignShop _shop = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await ForeignShop.OpenAsync(Knowledge);
        _shop.Serve(
            "/list",
            Client
                + "<button onclick=\"track('select_item')\">Select</button><button onclick=\"pushed('view_promotion'); location.href = '/product'\">Promotion</button>"
        );
        _shop.Serve(
            "/product",
            Client + "<title>Product</title><script>pushed('view_item')</script><button onclick=\"pushed('add_to_cart')\">Add</button>"
        );
        _shop.Serve(
            "/single",
            Client
                + "<button onclick=\"pushed('view_item_list'); history.pushState({}, '', '/single/product')\">Open</button><button onclick=\"pushed('view_item')\">Look</button>"
        );
        _shop.Serve(
            "/two",
            Client + "<button onclick=\"pushed('select_item')\">Select</button><button onclick=\"pushed('add_to_cart')\">Add</button>"
        );
        // The page that a framework wakes up: the button works a second after it shows, and a tag that should wait for the click fires
        // before.
        _shop.Serve(
            "/waking",
            Client
                + "<button disabled onclick=\"pushed('generate_lead')\" onmouseover=\"pushed('view_promotion')\">Add</button><script>setTimeout(() => pushed('add_to_cart'), 500); setTimeout(() => document.querySelector('button').disabled = false, 1200)</script>"
        );
        _shop.Serve("/dwell", Client + "<script>setTimeout(() => pushed('view_item'), 1500)</script>");
        _shop.Serve(
            "/far",
            Client
                + "<p style='height:4000px'>Far</p><button onclick=\"pushed('add_to_cart')\">Add</button><script>new IntersectionObserver(seen => seen[0].isIntersecting && pushed('view_promotion')).observe(document.querySelector('button'))</script>"
        );
        _shop.Serve("/tabs", Client + "<button onclick=\"pushed('select_item'); window.open('/product')\">New tab</button>");
    }

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    [Test]
    public async Task What_was_queued_on_a_page_and_flushed_by_the_next_step_s_navigation_belongs_to_the_step_before()
    {
        var (recording, steps) = await WalkAsync("/list", Author.Click("Select"), Author.Open("/product"));

        steps.Should().Equal(("select_item", 0), ("view_item", 1));
        RequestOf(recording, "select_item").Should().BeEquivalentTo(new { StepIndex = 1, Fate = RequestFate.AnsweredHere });
    }

    [Test]
    public async Task What_a_click_queued_that_navigates_at_once_belongs_to_its_step()
    {
        var (recording, steps) = await WalkAsync("/list", Author.Click("Promotion"), Author.Open("/list"));

        steps.Should().Equal(("view_promotion", 0), ("view_item", 0));
        RequestOf(recording, "view_promotion").Should().BeEquivalentTo(new { Fate = RequestFate.AnsweredHere, Status = 204 });
        _shop.Arrived.Should().NotContain(request => request.Contains("collect", StringComparison.Ordinal));
    }

    [Test]
    public async Task What_a_page_fires_by_itself_before_the_next_step_s_first_action_belongs_to_the_step_before()
    {
        var (recording, steps) = await WalkAsync("/list", Author.Open("/waking"), Author.Click("Add"));

        steps.Should().Equal(("add_to_cart", 0), ("view_promotion", 1), ("generate_lead", 1));
        recording.Steps[0].FirstActedAt.Should().NotBeNull();
        recording
            .Steps[1]
            .FirstActedAt.Should()
            .BeGreaterThan(recording.Steps[1].Actions[0].StartedAt, "the click had to wait for its button");
    }

    [Test]
    public async Task What_a_page_fires_by_itself_belongs_to_a_step_that_waits_for_it()
    {
        var (recording, steps) = await WalkAsync(
            "/list",
            Author.Open("/dwell"),
            new Stay(TimeSpan.FromSeconds(2)) { Place = Author.Line, Text = "stay: 2s" }
        );

        steps.Should().Equal(("view_item", 1));
        recording.Steps[1].FirstActedAt.Should().BeNull();
    }

    [Test]
    public async Task What_comes_into_view_on_the_way_to_a_button_belongs_to_the_step_of_its_click()
    {
        var (_, steps) = await WalkAsync("/list", Author.Open("/far"), Author.Click("Add"));

        steps.Should().BeEquivalentTo([("view_promotion", 1), ("add_to_cart", 1)]);
    }

    [Test]
    public async Task What_the_opening_fires_belongs_to_no_step_that_begins_by_an_action()
    {
        var (_, steps) = await WalkAsync("/waking", Author.Click("Add"));

        steps.Should().Equal(("add_to_cart", -1), ("view_promotion", 0), ("generate_lead", 0));
    }

    [Test]
    public async Task In_a_single_page_shop_each_address_is_a_page()
    {
        var (recording, steps) = await WalkAsync("/single", Author.Click("Open"), Author.Click("Look"));

        steps.Should().Equal(("view_item_list", 0), ("view_item", 1));
        RequestOf(recording, "view_item_list").Should().BeSameAs(RequestOf(recording, "view_item"), "both stand in one batch");
    }

    [Test]
    public async Task Lines_of_one_batch_belong_to_the_steps_of_their_pushes()
    {
        var (recording, steps) = await WalkAsync("/two", Author.Click("Select"), Author.Click("Add"));

        steps.Should().Equal(("select_item", 0), ("add_to_cart", 1));
        RequestOf(recording, "select_item").Should().BeSameAs(RequestOf(recording, "add_to_cart"), "both stand in one batch");
    }

    [Test]
    public async Task Two_tabs_keep_their_steps_apart_although_both_send_at_the_end()
    {
        var (_, steps) = await WalkAsync("/tabs", Author.Click("New tab"), Author.SwitchTab("2"), Author.Click("Add"));

        steps.Should().BeEquivalentTo([("select_item", 0), ("view_item", 0), ("add_to_cart", 2)]);
    }

    private async Task<(JourneyRecording Recording, IReadOnlyList<(string Event, int Step)> Steps)> WalkAsync(
        string start,
        params StepAction[] actions
    )
    {
        var steps = actions.Select((action, index) => Any.Step($"Step {index}") with { Do = [action] });
        var journey = Any.Journey([.. steps]) with { Start = start, Clock = ClockMode.Real };

        var recording = await _shop.WalkAsync(_shop.WalkOf(journey));

        recording.Breakage.Should().BeNull();
        var hits = recording.Requests.SelectMany(request => Decoder.Decode(request).Hits).ToList();
        var attributed = new StepAttribution(recording, hit => hit.Event, new Tolerances()).Attribute(hits);
        return (recording, [.. attributed.Where(hit => hit.Hit.Vendor == "ga4").Select(hit => (hit.Hit.Event, hit.StepIndex))]);
    }

    private static CapturedRequest RequestOf(JourneyRecording recording, string name) =>
        recording.Requests.Single(request => Decoder.Decode(request).Hits.Any(hit => hit.Vendor == "ga4" && hit.Event == name));
}
