using FluentAssertions;
using MicroConvQA.Journeys;
using MicroConvQA.Recording;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

[Category("Browser")]
internal sealed class DataLayerProbeSpecs
{
    private SpecBrowser _browser = null!;
    private SpecSite _shop = null!;
    private SpecWalk _walk = null!;

    [OneTimeSetUp]
    public async Task StartBrowser()
    {
        _browser = await SpecBrowser.SharedAsync();
        _shop = (await SpecSite.StartAsync())
            .Serve("/next", "<!doctype html><title>Next</title><body>")
            .Serve("/", "<!doctype html><title>Shop</title><body>");
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
    public async Task Messages_and_gtag_commands_are_told_apart()
    {
        await RunAsync(
            """
            window.dataLayer = window.dataLayer || [];
            function gtag() { dataLayer.push(arguments); }
            gtag('event', 'search', { term: 'lamp' });
            dataLayer.push({ event: 'view_item', ecommerce: { value: 12.5, items: [{ id: 'A' }] } });
            """
        );

        _walk
            .Pushes()
            .Should()
            .Equal(
                """{"kind":"command","entry":["event","search",{"term":"lamp"}]}""",
                """{"kind":"message","entry":{"event":"view_item","ecommerce":{"value":12.5,"items":[{"id":"A"}]}}}"""
            );
    }

    [Test]
    public async Task Entries_that_the_layer_begins_with_are_seen()
    {
        await RunAsync("var dataLayer = [{ event: 'first' }]; dataLayer.push({ event: 'second' }, { event: 'third' })");

        Events().Should().Equal("first", "second", "third");
    }

    [Test]
    public async Task A_tag_manager_that_replaces_push_changes_nothing()
    {
        await RunAsync(
            """
            var dataLayer = [];
            dataLayer.push({ event: 'before' });
            const found = dataLayer.push;
            dataLayer.push = function () { return found.apply(dataLayer, [].slice.call(arguments, 0).map(entry => ({ ...entry }))); };
            dataLayer.push({ event: 'after' });
            found.call(dataLayer, { event: 'beneath' });
            """
        );

        Events().Should().Equal("before", "after", "beneath");
    }

    [Test]
    public async Task Two_tag_managers_on_one_page_see_every_entry_once_and_so_do_we()
    {
        await RunAsync(
            """
            var dataLayer = [];
            const seen = [];
            for (const name of ['shop', 'agency']) {
              const found = dataLayer.push;
              dataLayer.push = function (...entries) { const length = found.apply(dataLayer, entries); seen.push(name); return length; };
            }
            dataLayer.push({ event: 'once' });
            dataLayer.push({ event: seen.join() });
            """
        );

        Events().Should().Equal("once", "shop,agency");
    }

    [Test]
    public async Task A_replaced_push_that_keeps_the_entry_for_later_is_one_push()
    {
        await RunAsync(
            """
            var dataLayer = [];
            const found = dataLayer.push, held = [];
            dataLayer.push = entry => held.push(entry);
            dataLayer.push({ event: 'held' });
            found.apply(dataLayer, held);
            """
        );

        Events().Should().Equal("held");
    }

    [Test]
    public async Task The_same_object_pushed_twice_is_two_pushes()
    {
        await RunAsync("var dataLayer = []; const entry = { event: 'twice' }; dataLayer.push(entry); dataLayer.push(entry)");

        Events().Should().Equal("twice", "twice");
    }

    [Test]
    public async Task A_layer_that_is_copied_does_not_repeat_its_entries()
    {
        await RunAsync(
            "var dataLayer = [{ event: 'old' }]; dataLayer = dataLayer.concat({ event: 'added' }); dataLayer.push({ event: 'new' })"
        );

        Events().Should().Equal("old", "added", "new");
    }

    [Test]
    public async Task An_entry_is_kept_as_it_was_when_it_was_pushed()
    {
        await RunAsync("var dataLayer = []; const entry = { event: 'early' }; dataLayer.push(entry); entry.event = 'changed'");

        Events().Should().Equal("early");
    }

    [Test]
    public async Task Values_that_are_no_data_are_named()
    {
        await RunAsync(
            """
            Array.prototype.toJSON = () => 'spoilt';
            const entry = { f: function done() {}, e: document.documentElement, w: window, n: NaN, u: undefined, b: 10n, d: new Date(0),
              m: new Map([['k', 1]]), s: new Set([1]), t: 'ü"' + '\n', get broken() { throw 1; } };
            entry.self = entry;
            var dataLayer = []; dataLayer.push(entry);
            """
        );

        _walk
            .Pushes()
            .Should()
            .Equal(
                """{"kind":"message","entry":{"f":"[function done]","e":"[element html]","w":"[window]","n":"NaN","b":"10","d":"1970-01-01T00:00:00.000Z","m":{"k":1},"s":[1],"t":"ü\"\n","broken":"[unreadable]","self":"[cycle]"}}"""
            );
    }

    [Test]
    public async Task A_huge_entry_is_bounded()
    {
        await RunAsync(
            "var dataLayer = []; const deep = {}; let d = deep; for (let i = 0; i < 100; i++) d = d.d = {}; dataLayer.push({ list: Array(100000).fill('x'), deep, text: 'y'.repeat(1000000) })"
        );

        _walk.Pushes().Should().ContainSingle().Which.Length.Should().BeLessThan(100_000);
    }

    [TestCase("window.JSON = { stringify: () => 'null', parse: JSON.parse };", "JSON.stringify(1) === 'null'")]
    [TestCase("JSON.stringify = () => 'null';", "JSON.stringify(1) === 'null'")]
    [TestCase("window.Promise = function () { throw 1; };", "Promise !== (async () => {})().constructor")]
    [TestCase("Promise.prototype.then = () => { throw 1; };", "String(Promise.prototype.then).includes('throw')")]
    [TestCase("for (const name of Object.getOwnPropertyNames(Array.prototype)) take(Array.prototype, name);", "taken(Array.prototype.map)")]
    [TestCase("take(Array.prototype, Symbol.iterator);", "taken(Array.prototype[Symbol.iterator])")]
    [TestCase("for (const name of Object.getOwnPropertyNames(String.prototype)) take(String.prototype, name);", "taken(''.slice)")]
    [TestCase("for (const name of Object.getOwnPropertyNames(Object)) take(Object, name); window.Object = null;", "Object === null")]
    [TestCase(
        "for (const type of [Map, Set, WeakMap, WeakSet]) { take(type.prototype, 'get'); take(type.prototype, 'set'); take(type.prototype, 'has'); take(type.prototype, 'add'); } window.Map = window.Set = window.WeakMap = null;",
        "taken(WeakMap === null && WeakSet.prototype.has)"
    )]
    [TestCase(
        "take(Function.prototype, 'call'); take(Function.prototype, 'apply'); take(Function.prototype, 'bind'); window.Reflect = null;",
        "taken(Function.prototype.call)"
    )]
    [TestCase(
        "take(EventTarget.prototype, 'addEventListener'); window.fetch = window.XMLHttpRequest = window.MutationObserver = null;",
        "fetch === null"
    )]
    public async Task What_a_page_does_to_the_language_costs_no_push_and_stays(string change, string stays)
    {
        await RunAsync(
            $$"""
            var dataLayer = [];
            const no = () => { throw 'no'; };
            const take = (holder, name) => { if (typeof holder[name] === 'function' && name !== 'constructor') holder[name] = no; };
            const taken = (method) => method === no;
            {{change}}
            dataLayer.push({ event: 'first' });
            dataLayer.push({ event: {{stays}} ? 'second' : 'undone' });
            """
        );

        Events().Should().Equal("first", "second");
    }

    [Test]
    public async Task What_is_pushed_faster_than_it_can_be_heard_is_counted_and_does_not_hold_up_the_page()
    {
        var page = await RunAsync("var dataLayer = []; for (let i = 0; i < 50000; i++) dataLayer.push({ event: 'flood' })");
        await _walk.Capture.LeaveAsync(page, CancellationToken.None);

        var seen = _walk.Ledger.Snapshot();
        seen.LostMessages.Should().BePositive();
        seen.Console.Should()
            .Contain(line =>
                line.Text
                == "The page pushed 49500 more entries to its data layer than could be read at once: they are not known, and one that is expected may be among them."
            );
        Events().Should().HaveCount(500);
    }

    [Test]
    public async Task Many_pushes_that_can_be_heard_are_all_seen()
    {
        var page = await RunAsync("var dataLayer = []; for (let i = 0; i < 300; i++) dataLayer.push({ event: 'many' })");
        await _walk.Capture.LeaveAsync(page, CancellationToken.None);

        Events().Should().HaveCount(300);
        _walk.Ledger.Snapshot().LostMessages.Should().Be(0);
    }

    [Test]
    public async Task The_script_and_line_that_pushed_are_known()
    {
        _shop.Serve("/tags.js", "\n\n  function track() { dataLayer.push({ event: 'traced' }); }", "text/javascript");

        await RunAsync("var dataLayer = [];</script><script src=/tags.js></script><script>\ntrack()");

        _walk
            .Requests.Should()
            .ContainSingle()
            .Which.Initiator.Take(2)
            .Should()
            .BeEquivalentTo(
                [new ScriptFrame($"{_shop.Origin}/tags.js", 3, 32, "track"), new ScriptFrame($"{_shop.Origin}/page", 2, 1, null)],
                options => options.WithStrictOrdering()
            );
    }

    [TestCase(
        "onclick=\"dataLayer.push({ event: 'told' })\"",
        "click",
        "button#buy 'Add to cart'",
        TestName = "A_push_knows_the_event_that_is_handled"
    )]
    [TestCase(
        "onclick=\"fetch('/').then(() => setTimeout(() => dataLayer.push({ event: 'told' }), 50))\"",
        "click",
        "button#buy 'Add to cart'",
        TestName = "A_push_that_waited_knows_the_shopper_s_last_event"
    )]
    [TestCase(
        "onclick=\"var event = 'mine'; dataLayer.push({ event: 'told' })\"",
        "click",
        "button#buy 'Add to cart'",
        TestName = "A_push_knows_its_event_where_the_page_has_a_variable_of_that_name"
    )]
    public async Task A_push_knows_what_happened_before_it(string handler, string type, string target)
    {
        _shop.Serve("/buy", $"<!doctype html><script>dataLayer = []</script><button id=buy {handler}><b>Add to  cart</b></button>");
        var page = await _walk.OpenAsync($"{_shop.Origin}/buy");

        await page.ClickAsync("b");
        await _walk.SeenAsync("told");

        _walk
            .Requests.Single(request => request.Transport == Transport.DataLayer)
            .Trigger.Should()
            .BeEquivalentTo(new { Type = type, Target = target });
    }

    [TestCase(
        "'A'.repeat(39) + '\\u{1F6D2}' + ' into the cart'",
        "click",
        TestName = "A_push_is_seen_where_an_emoji_stands_across_the_end_of_a_label"
    )]
    [TestCase("'half \\uD83D of a cart'", "click", TestName = "A_push_is_seen_where_a_label_holds_half_a_character")]
    public async Task A_label_is_no_reason_to_lose_a_push(string label, string gesture)
    {
        var page = await RunAsync("var dataLayer = []");
        await page.EvaluateAsync(
            $"() => {{ const b = document.createElement('button'); b.textContent = {label}; document.body.append(b); b.onclick = () => dataLayer.push({{ event: 'add_to_cart' }}) }}"
        );

        await page.ClickAsync("button");
        await page.EvaluateAsync("() => 0");

        Events().Should().Equal("add_to_cart");
        _walk.Ledger.Snapshot().LostMessages.Should().Be(0);
        _walk.Requests.Should().ContainSingle(request => request.Transport == Transport.DataLayer).Which.Trigger!.Type.Should().Be(gesture);
    }

    [Test]
    public async Task A_push_of_the_page_s_load_says_so()
    {
        _shop.Serve(
            "/loads",
            "<!doctype html><script>dataLayer = []; addEventListener('load', () => dataLayer.push({ event: 'loaded' }))</script>"
        );

        await _walk.OpenAsync($"{_shop.Origin}/loads");
        await _walk.SeenAsync("loaded");

        _walk
            .Requests.Single(request => request.Transport == Transport.DataLayer)
            .Trigger.Should()
            .Be(new PageEvent("load", "document", TimeSpan.Zero));
    }

    [Test]
    public async Task A_push_of_a_click_that_navigates_at_once_is_seen()
    {
        var page = await RunAsync(
            "var dataLayer = []</script><a href=/next onclick=\"dataLayer.push({ event: 'clicked' })\">Next</a><script>"
        );

        await page.ClickAsync("a");
        await page.WaitForURLAsync("**/next");

        Events().Should().Equal("clicked");
    }

    [Test]
    public async Task What_is_pushed_while_a_page_is_left_is_handed_over_by_the_next_one()
    {
        var page = await RunAsync(PushAt("pagehide"));
        var visit = _walk.Ledger.Snapshot().Visits.Single().Number;

        await page.GotoAsync($"{_shop.Origin}/next");

        Events().Should().Equal("leaving");
        _walk.Requests.Single().Visit.Should().Be(visit);
    }

    [Test]
    public async Task What_is_pushed_while_a_page_is_left_for_good_is_seen()
    {
        var page = await RunAsync(PushAt("pagehide"));

        await _walk.Capture.LeaveAsync(page, CancellationToken.None);

        Events().Should().Equal("leaving");
    }

    [Test]
    public async Task What_was_pushed_while_a_page_was_left_for_another_site_is_seen_at_the_end()
    {
        var page = await RunAsync(PushAt("pagehide"));
        await page.GotoAsync($"{_shop.OtherOrigin}/next");

        await _walk.Capture.LeaveAsync(page, CancellationToken.None);

        Events().Should().Equal("leaving");
    }

    [Test]
    public async Task A_push_that_is_handed_over_late_belongs_to_the_step_in_which_it_was_made()
    {
        await _walk.DisposeAsync();
        _walk = await SpecWalk.StartAsync(_browser, ClockMode.Virtual);
        _walk.Ledger.Steps.Begin(0);
        var page = await RunAsync(PushAt("pagehide"));
        await _walk.Clock.AdvanceAsync(page, TimeSpan.FromSeconds(3), _walk.Capture.Requests, CancellationToken.None);
        await page.GotoAsync($"{_shop.OtherOrigin}/next");
        _walk.Ledger.Steps.Begin(1);

        await page.GotoAsync($"{_shop.Origin}/next");

        _walk.Requests.Should().ContainSingle().Which.StepIndex.Should().Be(0);
    }

    [Test]
    public async Task The_page_does_not_notice()
    {
        var page = await RunAsync("var dataLayer = []; var pushed = dataLayer.push({ event: 'one' })");

        var noticed = await page.EvaluateAsync<string>(
            """
            () => [pushed, dataLayer.length, Object.keys(dataLayer), JSON.stringify(dataLayer), Array.isArray(dataLayer), '__microconv' in window,
              Object.keys(window).some(key => key.includes('microconv')), Error.stackTraceLimit, 'prepareStackTrace' in Error, dataLayer.push.name,
              sessionStorage.length].join(' ')
            """
        );

        noticed.Should().Be("""1 1 0 [{"event":"one"}] true false false 10 false push 0""");
    }

    [Test]
    public async Task A_frame_s_own_layer_is_seen_under_the_frame_s_address()
    {
        _shop.Serve("/framed", "<script>var dataLayer = []; dataLayer.push({ event: 'framed' })</script>");

        await RunAsync($"</script><iframe src='{_shop.OtherOrigin}/framed'></iframe><script>");
        await _walk.SeenAsync("framed");

        _walk.Requests.Should().ContainSingle().Which.Url.Should().Be($"{_shop.OtherOrigin}/framed");
    }

    private async Task<IPage> RunAsync(string script)
    {
        _shop.Serve("/page", $"<!doctype html><title>Page</title><script>{script}</script>");
        return await _walk.OpenAsync($"{_shop.Origin}/page");
    }

    private static string PushAt(string moment) =>
        $"var dataLayer = []; addEventListener('{moment}', () => dataLayer.push({{ event: 'leaving' }}))";

    private IEnumerable<string?> Events() =>
        _walk.Pushes().Select(push => (string?)Newtonsoft.Json.Linq.JObject.Parse(push)["entry"]!["event"]);
}
