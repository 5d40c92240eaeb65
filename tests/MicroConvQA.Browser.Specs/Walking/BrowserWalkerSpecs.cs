using System.Runtime.CompilerServices;
using FluentAssertions;
using MicroConvQA.Attribution;
using MicroConvQA.Browser.Specs.Acting;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Walking;

[Category("Browser")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class BrowserWalkerSpecs
{
    private ForeignShop _shop = null!;

    [SetUp]
    public async Task Open() => _shop = await ForeignShop.OpenAsync();

    [TearDown]
    public async Task Close() => await _shop.DisposeAsync();

    private static Journey Journey(params Step[] steps) => Any.Journey(steps);

    private static Step Doing(string title, params StepAction[] actions) => Any.Step(title) with { Do = actions };

    private static Step Expecting(string conversion, params StepAction[] actions) =>
        Any.Step(conversion, Any.Expectation(conversion)) with
        {
            Do = actions,
        };

    /// <summary>For a spec that ends its browser, or looks at all that is open in it; the walk waits until it is ended.</summary>
    private static Walk WithOwnBrowser(Walk walk, [CallerMemberName] string spec = "") =>
        walk with
        {
            Device = walk.Device with { ActionTimeout = TimeSpan.FromSeconds(60), LaunchArguments = [$"--of-spec={spec}"] },
        };

    private static IEnumerable<string> Sent(JourneyRecording recording) =>
        recording
            .Requests.Where(request => request.Url.Contains("/collect?n=", StringComparison.Ordinal))
            .Select(request => request.Url.Split("n=")[1]);

    [TestCase(null, "desktop")]
    [TestCase("Pixel 7", "phone")]
    public async Task A_foreign_shop_is_walked_by_a_short_journey(string? descriptor, string group)
    {
        var journey = Journey(
            Expecting("termek", Author.Click("Lámpa íves"), Author.Remember("price", Author.TextOf(".ar"))),
            Expecting("kosarba", Author.Click("Kosárba"))
        );
        var device = Any.Device(group, group) with { Descriptor = descriptor, Locale = "hu-HU" };

        var recording = await _shop.WalkAsync(_shop.WalkOf(journey, device));

        recording.Breakage.Should().BeNull();
        recording.Steps.Select(step => step.State).Should().Equal(StepState.Done, StepState.Done);
        Sent(recording).Should().Equal("home", "termek", "kosarba", "elmegy");
        recording
            .Requests.Where(request => request.Url.Contains("kosarba", StringComparison.Ordinal))
            .Select(request => request.StepIndex)
            .Should()
            .Equal(1);
        recording.Variables["price"].ToString().Should().Be("129 900 Ft");
        recording.Settled.Should().NotBeNull();
        _shop.Arrived.Should().NotContain(line => line.Contains("collect", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_push_that_a_busy_page_tells_of_after_its_hit_is_of_the_same_step()
    {
        const string busy =
            "setTimeout(() => { hit('kosarba'); for (const end = Date.now() + 400; Date.now() < end;); (window.dataLayer ??= []).push({ event: 'busy' }) })";
        _shop.Serve("/busy", $"<button onclick=\"{busy}\">Busy</button>");
        var journey = Journey(
            Doing("open", Author.Open("/busy")),
            Expecting("kosarba", Author.Click("Busy")),
            Doing("after", Author.Open("/"))
        );

        var recording = await _shop.WalkAsync(_shop.WalkOf(journey));

        recording
            .Requests.Where(request => request.Transport == Transport.DataLayer)
            .Select(request => request.StepIndex)
            .Should()
            .Equal(1);
    }

    [Test]
    public async Task A_page_that_does_not_stand_a_moved_clock_is_walked_in_real_time()
    {
        // The document's timeline is not the virtual clock's: three seconds of the page that pass in less are noticed.
        const string watchdog =
            "const from = document.timeline.currentTime; setTimeout(() => { if (document.timeline.currentTime - from < 2800) throw new Error('slept'); hit('kosarba') }, 3000)";
        _shop.Configuration = _shop.Configuration with { Settle = _shop.Configuration.Settle with { Horizon = TimeSpan.FromSeconds(4) } };
        _shop.Serve("/watchdog", $"<script>{watchdog}</script>");
        var journey = Journey(Doing("open", Author.Open("/watchdog"))) with { Clock = ClockMode.Virtual };

        var recording = await _shop.WalkAsync(_shop.WalkOf(journey));

        recording
            .RanOn.Should()
            .BeEquivalentTo(
                new
                {
                    VirtualClock = false,
                    RealTimeBecause = $"a timer of the page {_shop.Origin}/watchdog threw 'Error: slept' when its time was moved ahead",
                }
            );
        recording.Console.Should().NotContain(line => line.Text.Contains("slept", StringComparison.Ordinal));
        Sent(recording).Should().ContainSingle(name => name == "kosarba");
    }

    [TestCase(Automation.Honest, "driven")]
    [TestCase(Automation.Hidden, "not-driven")]
    public async Task Pages_can_tell_that_the_browser_is_driven_unless_that_is_hidden(Automation automation, string told)
    {
        _shop.Serve("/", "<script>hit(navigator.webdriver || /Headless/.test(navigator.userAgent) ? 'driven' : 'not-driven')</script>");

        var recording = await _shop.WalkAsync(
            _shop.WalkOf(Journey(Doing("look", Author.Open("/"))), Any.Device() with { Automation = automation, Trace = ArtifactMode.Off })
        );

        Sent(recording).Should().Contain(told);
        recording.RanOn.Automation.Should().Be(automation.ToString().ToLowerInvariant());
    }

    [Test, Covers("action", "use")]
    public async Task A_foreign_shop_is_walked_by_ten_lines_of_yaml_with_a_fragment()
    {
        const string journey = """
            journey: kosar
            visitor: new
            steps:
              - step: Termek
                do:
                  - click: Lámpa íves
                expect: [termek]
              - step: Kosar
                do: [{use: basket}]
                expect: [kosarba]
            """;
        const string fragment = """
            fragment: basket
            do:
              - click: {role: button, name: Kosárba}
            """;
        var read = new JourneyReader(KnownNames.Nothing).Read([
            new("journeys/kosar.yaml", journey),
            new("journeys/fragments/basket.yaml", fragment),
        ]);

        var recording = await _shop.WalkAsync(_shop.WalkOf(read.Single()));

        recording.Breakage.Should().BeNull();
        Sent(recording).Should().Equal("home", "termek", "kosarba", "elmegy");
        recording.Steps[1].Actions.Single().Text.Should().Contain("Kosárba");
    }

    [Test]
    public async Task A_moved_button_breaks_the_walk_and_what_was_sent_before_is_kept()
    {
        var journey = Journey(
            Expecting("termek", Author.Click("Lámpa íves")),
            Doing("Buy", Author.Click("Megveszem")),
            Doing("Pay", Author.Click("Fizetés"))
        );
        var walk = _shop.WalkOf(journey, Any.Device());
        walk = walk with { Device = walk.Device with { ActionTimeout = TimeSpan.FromSeconds(3) } };

        var recording = await _shop.WalkAsync(walk);

        recording
            .Breakage.Should()
            .BeEquivalentTo(
                new Breakage
                {
                    StepIndex = 1,
                    Place = Author.Line,
                    Action = "click: 'Megveszem'",
                    Reason = $"No control named 'Megveszem' is visible on {_shop.Origin}/lampa. Visible here: button 'Kosárba'.",
                    Screenshot = "broken.jpg",
                    Markup = "broken.html",
                }
            );
        recording.Steps.Select(step => step.State).Should().Equal(StepState.Done, StepState.Broken, StepState.NotReached);
        Sent(recording).Should().Equal("home", "termek", "elmegy");
        File.Exists(_shop.FileOf(walk, "broken.jpg")).Should().BeTrue();
        File.Exists(_shop.FileOf(walk, recording.Steps[0].Screenshot!)).Should().BeTrue();
    }

    [Test]
    public async Task A_dead_site_breaks_the_opening()
    {
        using var down = new ClosedPort();
        _shop.Configuration = _shop.Configuration with { BaseUrl = down.Url };
        var walk = _shop.WalkOf(Journey(Doing("Look", Author.Click("Home"))));

        var recording = await _shop.WalkAsync(walk);

        recording.Breakage!.StepIndex.Should().Be(-1);
        recording
            .Breakage.Reason.Should()
            .Be($"Nothing answers at {down.Url}/ (connection refused). Start the shop, or correct baseURL or --base-url.");
        recording.Steps.Should().OnlyContain(step => step.State == StepState.NotReached);
    }

    [Test]
    public async Task The_shopper_comes_by_the_channel()
    {
        var journey = Journey(Doing("Look")) with
        {
            Start = "/lampa?colour=black#top",
            Channel = new Dictionary<string, string> { ["utm_source"] = "news letter" },
        };

        var recording = await _shop.WalkAsync(_shop.WalkOf(journey));

        recording.Visits[0].Url.Should().Be($"{_shop.Origin}/lampa?colour=black&utm_source=news%20letter#top");
    }

    [Test]
    public async Task Consent_is_answered_before_the_first_step_and_when_is_recorded()
    {
        _shop.Serve("/", "<button onclick=\"hit('granted'); this.remove()\">Elfogadom</button>");
        _shop.Configuration = _shop.Configuration with
        {
            Consent = [new ConsentPreset { Name = "granted", Do = [Author.Click("Elfogadom")] }],
        };

        var recording = await _shop.WalkAsync(_shop.WalkOf(Journey(Doing("Look"))));

        recording
            .Requests.Where(request => request.Url.EndsWith("granted", StringComparison.Ordinal))
            .Select(request => request.StepIndex)
            .Should()
            .Equal(-1);
        recording.ConsentAnswers.Select(answer => answer.Preset).Should().Equal("granted");
    }

    [Test]
    public async Task Nothing_is_done_after_an_answer_until_the_shop_has_had_time_to_tell_its_tags()
    {
        _shop.Serve("/", "<button>Nem</button><button onclick=\"hit('next')\">Next</button>");
        _shop.Configuration = _shop.Configuration with
        {
            Consent = [new ConsentPreset { Name = "none" }, new ConsentPreset { Name = "denied", Do = [Author.Click("Nem")] }],
        };

        var recording = await _shop.WalkAsync(
            _shop.WalkOf(Journey(Doing("Refuse", Author.Consent("denied")), Doing("Go on", Author.Click("Next"))))
        );

        var answer = recording.ConsentAnswers.Should().ContainSingle().Subject;
        answer.UsedAt.Should().BeGreaterThan(answer.At);
        recording
            .Requests.Single(request => request.Url.EndsWith("next", StringComparison.Ordinal))
            .At.Should()
            .BeGreaterThan(answer.UsedAt!.Value + new Tolerances().ConsentTold);
    }

    [Test]
    public async Task What_an_answer_midway_allows_is_waited_for_in_the_steps_after_it()
    {
        _shop.Serve("/", "<button>Elfogadom</button><button onclick=\"setTimeout(hit, 1500, 'kosarba')\">Kosárba</button>");
        _shop.Configuration = _shop.Configuration with
        {
            Destinations = [_shop.Destination with { Needs = Need.Analytics }],
            Consent =
            [
                new ConsentPreset { Name = "none" },
                new ConsentPreset
                {
                    Name = "granted",
                    Do = [Author.Click("Elfogadom")],
                    Grants = new HashSet<Need> { Need.Analytics },
                },
            ],
        };
        var journey = Journey(
            Doing("Agree", Author.Consent("granted")),
            Expecting("kosarba", Author.Click("Kosárba")),
            Doing("Go on", Author.Open("/lampa"))
        );

        Sent(await _shop.WalkAsync(_shop.WalkOf(journey))).Should().Contain("kosarba");
    }

    [TestCase(true, "told")]
    [TestCase(false, "not-told")]
    public async Task A_walk_says_Global_Privacy_Control_where_its_consent_does(bool says, string sent)
    {
        _shop.Serve("/", "<script>hit(navigator.globalPrivacyControl === true ? 'told' : 'not-told')</script>");
        _shop.Configuration = _shop.Configuration with { Consent = [new ConsentPreset { Name = "gpc", GlobalPrivacyControl = says }] };

        var recording = await _shop.WalkAsync(_shop.WalkOf(Journey(Doing("Look"))));

        Sent(recording).Should().Equal(sent);
    }

    [
        Test,
        Covers("action", "consent"),
        Covers("action", "accept consent"),
        Covers("action", "reject consent"),
        Covers("action", "on DEVICE")
    ]
    public async Task Consent_is_answered_in_a_step_and_devices_do_their_own_actions()
    {
        _shop.Serve(
            "/",
            "<button onclick=\"hit('denied')\">Nem</button><button onclick=\"hit('only-phone')\">Phone</button><button onclick=\"hit('only-desktop')\">Desktop</button>"
        );
        _shop.Configuration = _shop.Configuration with
        {
            Consent = [new ConsentPreset { Name = "none" }, new ConsentPreset { Name = "denied", Do = [Author.Click("Nem")] }],
        };
        var journey = Journey(
            Doing(
                "Refuse",
                Author.Consent("denied"),
                Author.On("phone", Author.Click("Phone")),
                Author.On("desktop", Author.Click("Desktop"))
            )
        );

        var recording = await _shop.WalkAsync(_shop.WalkOf(journey));

        Sent(recording).Should().Equal("denied", "only-desktop");
        recording.ConsentAnswers.Select(answer => answer.Preset).Should().Equal("denied");
    }

    [Test]
    public async Task A_returning_shopper_has_been_here_and_has_answered()
    {
        _shop.Serve(
            "/",
            """
            <script>
              hit(localStorage.visited ? 'again' : 'first');
              hit(Date.now() - Number(localStorage.visited || 0) > 3600e3 ? 'new-session' : 'same-session');
              localStorage.visited = Date.now();
              document.cookie = 'seen=1; max-age=9999999';
            </script>
            <button onclick="localStorage.answered = 1; hit('granted')">Elfogadom</button><script>hit(localStorage.answered ? 'answered' : 'asked')</script>
            """
        );
        _shop.Configuration = _shop.Configuration with
        {
            Consent = [new ConsentPreset { Name = "granted", Do = [Author.Click("Elfogadom")] }],
        };

        var recording = await _shop.WalkAsync(_shop.WalkOf(Journey(Doing("Look")) with { Visitor = Visitor.Returning }));

        recording.Breakage.Should().BeNull();
        Sent(recording).Should().Equal("again", "new-session", "answered");
    }

    [Test]
    public async Task What_an_expectation_compares_with_the_page_is_read_after_the_actions()
    {
        var expectation = Any.Expectation("termek", ("value", new OnPage(Author.TextOf(".ar"), "page-1")));
        var journey = Journey(Any.Step("Look", expectation) with { Do = [Author.Click("Lámpa íves")] });

        var recording = await _shop.WalkAsync(_shop.WalkOf(journey, Any.Device() with { Locale = "hu-HU" }));

        recording.Variables.Should().ContainKey("page-1");
    }

    [Test]
    public async Task A_walk_that_takes_too_long_breaks_where_it_is()
    {
        var time = new AlarmTime(TimeSpan.FromSeconds(777));
        _shop.Time = time;
        _shop.Configuration = _shop.Configuration with { Timeout = TimeSpan.FromSeconds(777) };
        var walk = _shop.WalkOf(Journey(Doing("Wait", Author.WaitFor(".never"))));
        walk = walk with { Device = walk.Device with { ActionTimeout = TimeSpan.FromSeconds(60) } };

        var recording = await _shop.WalkAsync(walk, new RingAtStep(time));

        recording.Breakage!.Reason.Should().Be("The walk took longer than the 777 s that 'timeout' allows; this is where it was then.");
        recording.Breakage.Action.Should().Be("wait for: .never");
        Sent(recording).Should().Contain("home");
    }

    [Test]
    public async Task A_stopped_run_closes_its_profile_and_says_so()
    {
        using var stop = new CancellationTokenSource();
        var journey = Journey(Doing("Wait", Author.WaitFor(".never")));
        var walk = WithOwnBrowser(_shop.WalkOf(journey));

        var walking = _shop.WalkAsync(walk, new StopAtStep(stop), stop.Token);

        await walking.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await _shop.Pool.GetAsync(walk.Device, CancellationToken.None)).Browser.Contexts.Should().BeEmpty();
    }

    [Test]
    public async Task A_secret_is_typed_and_stands_in_no_artifact()
    {
        _shop.Environment = name => name == "SHOP_PASSWORD" ? "p&ss wörd" : null;
        _shop.Configuration = _shop.Configuration with { Secrets = ["SHOP_PASSWORD"] };
        _shop.Serve(
            "/",
            "<label>Password <input id=p oninput=\"if (p.value.length === 9) fetch('/collect?n=login&v=' + encodeURIComponent(p.value), { method: 'POST', body: p.value }); console.log(p.value)\"></label>"
        );
        var journey = Journey(Doing("Log in", Author.Fill("Password", "$env.SHOP_PASSWORD"))) with
        {
            Sources = [new("journeys/any.yaml", "fill: {Password: $env.SHOP_PASSWORD}")],
        };

        var walk = _shop.WalkOf(journey, Any.Device() with { Trace = ArtifactMode.RetainOnFailure }) with { Attempt = 2 };
        var recording = await _shop.WalkAsync(walk);

        recording
            .Requests.Should()
            .ContainSingle(request => request.Url.EndsWith("/collect?n=login&v=•••", StringComparison.Ordinal))
            .Which.Body.Should()
            .Equal(System.Text.Encoding.UTF8.GetBytes("•••"));
        recording
            .Console.Should()
            .Contain(line => line.Text == "•••")
            .And.NotContain(line => line.Text.Contains("p&ss wörd", StringComparison.Ordinal));
        recording.Variables["env.SHOP_PASSWORD"].ToString().Should().Be("•••");
        (recording.Trace, recording.Steps[0].Markup).Should().Be((null, null));
    }

    [Test]
    public async Task A_phone_of_another_engine_is_emulated_and_the_recording_says_on_which()
    {
        _shop.Serve("/", "<script>hit(/iPhone/.test(navigator.userAgent) && navigator.maxTouchPoints > 0 ? 'iphone' : 'other')</script>");
        var device = Any.Device("iphone-14", "phone") with { Engine = BrowserEngine.Webkit, Descriptor = "iPhone 14" };

        var recording = await _shop.WalkAsync(_shop.WalkOf(Journey(Doing("Look")), device));

        Sent(recording).Should().Equal("iphone");
        (recording.RanOn.Engine, recording.RanOn.AskedFor, recording.RanOn.Capture).Should().Be(("chromium", "webkit", "wire"));
    }

    [Test]
    public async Task A_trace_is_kept_where_the_device_asks_for_it()
    {
        var walk = _shop.WalkOf(Journey(Doing("Look", Author.Click("Lámpa íves"))), Any.Device() with { Trace = ArtifactMode.On });

        var recording = await _shop.WalkAsync(walk);

        recording.Trace.Should().Be("trace.zip");
        new FileInfo(_shop.FileOf(walk, "trace.zip")).Length.Should().BePositive();
    }

    [TestCase(1, null)]
    [TestCase(2, "trace.zip")]
    public async Task A_trace_for_failures_is_kept_of_who_is_walked_again(int attempt, string? trace)
    {
        var journey = Journey(Doing("Look", Author.Click("Lámpa íves")));
        var walk = _shop.WalkOf(journey, Any.Device() with { Trace = ArtifactMode.RetainOnFailure }) with { Attempt = attempt };

        var recording = await _shop.WalkAsync(walk);

        recording.Trace.Should().Be(trace);
        recording.Steps[0].Markup.Should().NotBeNull();
    }

    [Test]
    public async Task A_picture_that_cannot_be_written_costs_the_picture_alone()
    {
        var walk = _shop.WalkOf(Journey(Doing("Look", Author.Click("Lámpa íves"))), Any.Device() with { Screenshot = ArtifactMode.On });
        // A folder stands where the picture is to be.
        Directory.CreateDirectory(_shop.FileOf(walk, "step-01-look.jpg"));

        var recording = await _shop.WalkAsync(walk);

        recording.Breakage.Should().BeNull();
        recording.Steps[0].Screenshot.Should().BeNull();
    }

    [Test]
    public async Task A_page_whose_font_is_on_its_way_is_drawn_as_the_shopper_sees_it()
    {
        // Playwright's own picture waits for fonts, until its patience is used up.
        _shop.Serve(
            "/",
            """
            <button onclick="late.textContent = '@font-face { font-family: late; src: url(/slow?ms=12000) } p { font-family: late }'">Change</button>
            <p>Lamps</p><style id="late"></style>
            """
        );
        var journey = Journey(Doing("Change", Author.Click("Change")));
        var walk = _shop.WalkOf(journey, Any.Device() with { Screenshot = ArtifactMode.On, Trace = ArtifactMode.Off });

        var recording = await _shop.WalkAsync(walk);

        recording.Breakage.Should().BeNull();
        File.Exists(_shop.FileOf(walk, recording.Steps[0].Screenshot!)).Should().BeTrue();
    }

    [Test]
    public async Task What_the_page_was_made_of_is_kept_after_each_step_and_where_it_broke()
    {
        var journey = Journey(Doing("Look", Author.Click("Lámpa íves")), Doing("Buy", Author.Click("Megveszem")));
        var walk = _shop.WalkOf(journey, Any.Device() with { Trace = ArtifactMode.RetainOnFailure });
        walk = walk with { Device = walk.Device with { ActionTimeout = TimeSpan.FromSeconds(3) } };

        var recording = await _shop.WalkAsync(walk);

        File.ReadAllText(_shop.FileOf(walk, recording.Steps[0].Markup!)).Should().Contain("129 900 Ft");
        File.ReadAllText(_shop.FileOf(walk, recording.Breakage!.Markup!)).Should().Contain("Kosárba");
    }

    [Test]
    public async Task A_video_is_kept_or_it_is_said_what_it_lacks()
    {
        var walk = _shop.WalkOf(
            Journey(Doing("Look", Author.Click("Lámpa íves"))),
            Any.Device() with
            {
                Trace = ArtifactMode.Off,
                Video = ArtifactMode.On,
            }
        );

        var recording = await _shop.WalkAsync(walk);

        var isThere = File.Exists(_shop.FileOf(walk, "video.webm"));
        (recording.Video, recording.Breakage?.Reason)
            .Should()
            .Be(
                isThere
                    ? ("video.webm", null)
                    : (
                        null,
                        "A video needs Playwright's own ffmpeg, which is not installed. Run Playwright's installer for it (playwright install ffmpeg), or set video to off."
                    )
            );
    }

    [Test]
    public async Task A_fallback_that_was_used_is_a_warning_of_its_action()
    {
        var chain = Author.Chain(Author.Css("#gone"), Author.Named("Lámpa íves"));
        var walk = _shop.WalkOf(Journey(Doing("Look", Author.Click(chain))));
        walk = walk with { Device = walk.Device with { ActionTimeout = TimeSpan.FromSeconds(5) } };

        var recording = await _shop.WalkAsync(walk);

        recording.Steps[0].Actions.Single().Warning.Should().StartWith("The fallback 'Lámpa íves' was used, number 2 of 2:");
    }

    [Test]
    public async Task A_walk_whose_browser_dies_is_walked_again_and_the_next_walk_has_a_new_one()
    {
        var walk = WithOwnBrowser(
            _shop.WalkOf(Journey(Expecting("termek", Author.Click("Lámpa íves")), Expecting("kosarba", Author.Click("Kosárba"))))
        );
        var closing = new CloseAtStep((await _shop.Pool.GetAsync(walk.Device, CancellationToken.None)).Browser, at: 1);

        var again = await _shop.WalkAsync(walk, closing);
        await closing.Closed;
        var next = await _shop.WalkAsync(WithOwnBrowser(_shop.WalkOf(Journey(Doing("Look", Author.Click("Lámpa íves"))))));

        again.Breakage.Should().BeNull();
        Sent(again).Should().Equal("home", "termek", "kosarba", "elmegy");
        closing.Begun.Should().Be(4);
        next.Breakage.Should().BeNull();
    }

    [Test, Platform(Include = "Linux")]
    public async Task A_walk_whose_browser_dies_also_when_it_walks_alone_is_broken()
    {
        var walk = WithOwnBrowser(
            _shop.WalkOf(Journey(Expecting("termek", Author.Click("Lámpa íves")), Doing("Wait", Author.WaitFor(".never"))))
        );

        var broken = await _shop.WalkAsync(walk, new KillAtStep(walk.Device.LaunchArguments[0], at: 1));

        broken
            .Breakage.Should()
            .BeEquivalentTo(
                new
                {
                    StepIndex = 1,
                    Action = "wait for: .never",
                    Reason = "The browser died during the walk, and once more when it was walked alone: a page of the shop ends it. Look at what the page does where the walk was; if it should not, report it with the recording.",
                }
            );
        Sent(broken).Should().Contain("termek");
    }
}
