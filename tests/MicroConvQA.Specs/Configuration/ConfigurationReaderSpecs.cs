using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Configuration.Settling;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.Journeys;
using MicroConvQA.Source;
using MicroConvQA.Specs.Configuration.Devices;
using MicroConvQA.Vendors;
using NUnit.Framework;

namespace MicroConvQA.Specs.Configuration;

internal static class ConfigurationReaderSpecs
{
    private const string Own = """ "microconv": { "destinations": { "ga4": { "vendor": "ga4" } } } """;

    private static string Folder { get; } = Path.GetFullPath("/shop");

    public sealed class Defaults
    {
        private static readonly RunConfiguration Smallest = Read($$"""{ {{Own}} }""");

        [Test]
        public void Folders_are_beside_the_configuration() =>
            new[] { Smallest.JourneysDirectory, Smallest.OutputDirectory, Smallest.AllureResultsDirectory, Smallest.AllureReportDirectory }
                .Should()
                .Equal(In("journeys"), In("test-results"), In("allure-results"), In("allure-report"));

        [Test]
        public void A_walk_may_take_two_minutes_and_is_not_repeated_and_there_is_one_worker_a_core() =>
            (Smallest.Timeout, Smallest.Retries, Smallest.Workers).Should().Be((TimeSpan.FromMinutes(2), 0, null));

        [Test]
        public void The_console_and_allure_report() =>
            Smallest.Reporters.Should().Equal(new Dictionary<string, string?> { ["list"] = null, ["allure"] = null });

        [Test]
        public void Nothing_reaches_a_vendor() => Smallest.Network.Should().Be(NetworkRules.Sinkhole);

        [Test]
        public void Time_is_virtual() => Smallest.Clock.Should().Be(ClockMode.Virtual);

        [Test]
        public void No_consent_preset_means_that_the_question_stays_unanswered() =>
            (Smallest.DefaultConsent, Smallest.Consent.Single().Name).Should().Be(("none", "none"));

        [Test]
        public void Without_projects_there_is_one_desktop_device() =>
            Smallest
                .Devices.Single()
                .Should()
                .BeEquivalentTo(
                    new
                    {
                        Name = "default",
                        Engine = BrowserEngine.Chromium,
                        Group = "desktop",
                        Viewport = (ScreenSize?)null,
                    },
                    options => options.ComparingRecordsByValue()
                );

        [Test]
        public void A_destination_is_left_out_of_all_comparisons_or_of_those_that_are_named()
        {
            var destinations = Read(
                """{ "microconv": { "destinations": { "a": { "vendor": "ga4", "notCompared": "net prices" }, "b": { "vendor": "plausible", "notCompared": { "page": "net prices" } }, "c": { "vendor": "datalayer" } } } }"""
            ).Destinations;

            destinations
                .Select(destination => destination.NotCompared)
                .Should()
                .Equal(NotCompared.Everywhere("net prices"), new NotCompared { Page = "net prices" }, NotCompared.Nothing);
        }

        [Test]
        public void A_destination_is_called_by_its_name_and_needs_nothing() =>
            Smallest
                .Destinations.Should()
                .Equal(
                    new Destination
                    {
                        Name = "ga4",
                        Title = "ga4",
                        Vendor = "ga4",
                        Endpoints = Smallest.Destinations[0].Endpoints,
                    }
                );
    }

    public sealed class Everything
    {
        private static readonly RunConfiguration Full = Read(
            """
            {
              "$schema": "./docs/schemas/config.schema.json",
              "testDir": "checks",
              "outputDir": "/tmp/out",
              "timeout": 90000,
              "retries": 2,
              "workers": 3,
              "reporter": ["list", ["allure", { "resultsDir": "results", "outputFolder": "html", "traffic": "on" }], ["junit", { "outputFile": "junit.xml" }]],
              "use": {
                "baseURL": "https://shop.example", "locale": "de-DE", "timezoneId": "Europe/Berlin", "headless": false,
                "httpCredentials": { "username": "qa", "password": "$env.STAGING" }, "extraHTTPHeaders": { "X-Preview": "42" }, "ignoreHTTPSErrors": true,
                "trace": "on", "actionTimeout": "7s", "launchOptions": { "executablePath": "bin/chrome", "args": ["--mute-audio"], "slowMo": 50 }
              },
              "projects": [
                { "name": "desktop-chrome", "use": { "device": "Desktop Chrome" } },
                { "name": "laptop", "use": { "viewport": { "width": 1366, "height": 650 }, "channel": "msedge", "launchOptions": { "executablePath": "chrome" } } },
                { "name": "iphone", "use": { "device": "iPhone 15", "locale": "en-US", "baseURL": "https://shop.example/us", "video": "retain-on-failure", "screenshot": "only-on-failure", "ignoreHTTPSErrors": false } },
                { "name": "ipad", "use": { "device": "iPad Mini", "browserName": "chromium" } }
              ],
              "webServer": { "command": "npm start", "url": "https://shop.example/health", "reuseExistingServer": false, "timeout": 5000, "cwd": "site", "env": { "PORT": 80 } },
              "microconv": {
                "destinations": {
                  "data-layer": { "vendor": "datalayer", "title": "Data layer" },
                  "ga4": { "vendor": "ga4", "account": "G-SHOP", "needs": "consent mode", "endpoints": ["https://shop.example/collect*"] }
                },
                "consent": { "granted": { "do": [{ "click": "Accept" }], "grants": ["analytics", "ads"] }, "denied": {} },
                "defaultConsent": "denied",
                "network": "passthrough",
                "settle": { "within": "8s", "quiet": 500, "horizon": 0, "limit": "1m" },
                "clock": "real",
                "secrets": ["SHOP_PASSWORD"]
              }
            }
            """
        );

        [Test]
        public void Paths_start_from_the_configurations_folder() =>
            new[]
            {
                Full.JourneysDirectory,
                Full.OutputDirectory,
                Full.AllureResultsDirectory,
                Full.AllureReportDirectory,
                Full.Reporters["junit"],
            }
                .Should()
                .Equal(In("checks"), Path.GetFullPath("/tmp/out"), In("results"), In("html"), In("junit.xml"));

        [Test]
        public void The_Allure_report_shows_the_traffic_of_all_walks_as_written() => Full.AllureTraffic.Should().Be(ArtifactMode.On);

        [Test]
        public void Limits_are_as_written() =>
            (Full.Timeout, Full.Retries, Full.Workers, Full.Headless, Full.SlowMotion)
                .Should()
                .Be((TimeSpan.FromSeconds(90), 2, 3, false, TimeSpan.FromMilliseconds(50)));

        [Test]
        public void Settling_is_as_written() =>
            Full
                .Settle.Should()
                .Be(
                    new SettleLimits
                    {
                        Within = TimeSpan.FromSeconds(8),
                        Quiet = TimeSpan.FromMilliseconds(500),
                        Horizon = TimeSpan.Zero,
                        Limit = TimeSpan.FromMinutes(1),
                    }
                );

        [Test]
        public void A_device_brings_its_engine_and_its_group() =>
            Full
                .Devices.Select(device => (device.Name, device.Engine, device.Group))
                .Should()
                .Equal(
                    ("desktop-chrome", BrowserEngine.Chromium, "desktop"),
                    ("laptop", BrowserEngine.Chromium, "desktop"),
                    ("iphone", BrowserEngine.Webkit, "phone"),
                    ("ipad", BrowserEngine.Chromium, "tablet")
                );

        [Test]
        public void A_project_inherits_what_it_does_not_say() =>
            Full
                .Devices.Select(device => (device.Locale, device.TimezoneId, device.Trace, device.Video, device.ActionTimeout))
                .Should()
                .Equal(
                    ("de-DE", "Europe/Berlin", ArtifactMode.On, ArtifactMode.Off, TimeSpan.FromSeconds(7)),
                    ("de-DE", "Europe/Berlin", ArtifactMode.On, ArtifactMode.Off, TimeSpan.FromSeconds(7)),
                    ("en-US", "Europe/Berlin", ArtifactMode.On, ArtifactMode.RetainOnFailure, TimeSpan.FromSeconds(7)),
                    ("de-DE", "Europe/Berlin", ArtifactMode.On, ArtifactMode.Off, TimeSpan.FromSeconds(7))
                );

        [Test]
        public void A_projects_launch_options_replace_those_of_all() =>
            Full
                .Devices.Take(2)
                .Select(device => (device.ExecutablePath, string.Join(" ", device.LaunchArguments), device.Channel))
                .Should()
                .Equal((In("bin/chrome"), "--mute-audio", null), ("chrome", "", "msedge"));

        [Test]
        public void What_the_site_asks_for_is_inherited_key_by_key() =>
            (Full.Devices[0].Access, Full.Devices[2].Access)
                .Should()
                .BeEquivalentTo(
                    (
                        new SiteAccess
                        {
                            UserName = "qa",
                            Password = "$env.STAGING",
                            Headers = new Dictionary<string, string> { ["X-Preview"] = "42" },
                            IgnoresCertificateErrors = true,
                        },
                        new SiteAccess
                        {
                            UserName = "qa",
                            Password = "$env.STAGING",
                            Headers = new Dictionary<string, string> { ["X-Preview"] = "42" },
                        }
                    )
                );

        [Test]
        public void What_is_answered_here_may_take_its_time() =>
            Read("""{ "microconv": { "network": { "answerAfter": "300ms" }, "destinations": { "x": { "vendor": "ga4" } } } }""")
                .Network.Should()
                .Be(NetworkRules.Sinkhole with { AnswerAfter = TimeSpan.FromMilliseconds(300) });

        [Test]
        public void Single_vendors_can_be_let_on()
        {
            var rules = Read(
                """{ "microconv": { "network": { "allow": ["plausible"] }, "destinations": { "x": { "vendor": "ga4" } } } }"""
            ).Network;

            (rules.LetsOn("plausible"), rules.LetsOn("ga4"), rules.LetsOn(null), rules.ToString())
                .Should()
                .Be((true, false, false, "sinkhole, but for plausible"));
            ProblemsOf("""{ "microconv": { "network": { "allow": ["plausibel"] }, "destinations": { "x": { "vendor": "ga4" } } } }""")
                .Should()
                .ContainSingle()
                .Which.Should()
                .StartWith("playwright.config.json(1,41): error: unknown vendor 'plausibel'. Did you mean 'plausible'?");
        }

        [Test]
        public void A_browser_that_runs_elsewhere_is_told_the_way_back() =>
            Read(
                """
                { "use": { "connectOptions": { "wsEndpoint": "wss://grid.example:3000/?token=$env.TOKEN", "headers": { "X-Key": "k" }, "timeout": 5000 } },
                  "projects": [{ "name": "all" }, { "name": "own", "use": { "connectOptions": { "wsEndpoint": "ws://127.0.0.1:9/" } } }],
                  "microconv": { "proxyHost": "ci.example", "destinations": { "x": { "vendor": "ga4" } } } }
                """
            )
                .Devices.Select(device => device.Remote)
                .Should()
                .BeEquivalentTo([
                    new RemoteBrowser
                    {
                        Endpoint = "wss://grid.example:3000/?token=$env.TOKEN",
                        Headers = new Dictionary<string, string> { ["X-Key"] = "k" },
                        Timeout = TimeSpan.FromSeconds(5),
                        ProxyHost = "ci.example",
                    },
                    new RemoteBrowser { Endpoint = "ws://127.0.0.1:9/", ProxyHost = "ci.example" },
                ]);

        [Test]
        public void A_browser_on_another_machine_needs_the_way_back()
        {
            const string own = "\"microconv\": { \"destinations\": { \"x\": { \"vendor\": \"ga4\" } } }";

            ProblemsOf($$"""{ "use": { "connectOptions": { "wsEndpoint": "ws://grid.example:3000/" } }, {{own}} }""")
                .Should()
                .Equal(
                    "playwright.config.json(1,30): error: the browser at 'ws://grid.example:3000/' runs on another machine, and its traffic must come through this one. "
                        + "Give this machine's name or address, as that one knows it, by 'proxyHost' in 'microconv'."
                );
            Read($$"""{ "use": { "connectOptions": { "wsEndpoint": "ws://localhost:3000/" } }, {{own}} }""")
                .Devices.Single()
                .Remote!.ProxyHost.Should()
                .BeNull();
            ProblemsOf($$"""{ "use": { "connectOptions": { "wsEndpoint": "grid.example:3000" } }, {{own}} }""")
                .Should()
                .ContainSingle()
                .Which.Should()
                .Contain("must be an absolute URL that begins with ws:// or wss://");
        }

        [Test]
        public void Automation_is_a_word_for_all_devices_or_one_for_some()
        {
            Read("""{ "microconv": { "automation": "hidden", "destinations": { "x": { "vendor": "ga4" } } } }""")
                .Devices.Should()
                .OnlyContain(device => device.Automation == Automation.Hidden);
            Read(
                """{ "projects": [{ "name": "a" }, { "name": "b" }], "microconv": { "automation": { "b": "hidden" }, "destinations": { "x": { "vendor": "ga4" } } } }"""
            )
                .Devices.Select(device => device.Automation)
                .Should()
                .Equal(Automation.Honest, Automation.Hidden);
            ProblemsOf(
                    """{ "projects": [{ "name": "a1" }], "microconv": { "automation": { "a2": "hidden" }, "destinations": { "x": { "vendor": "ga4" } } } }"""
                )
                .Should()
                .Equal("playwright.config.json(1,66): error: unknown device 'a2'. Did you mean 'a1'?");
        }

        [Test]
        public void A_market_has_its_own_site() =>
            (Full.BaseUrl, Full.Devices[2].BaseUrl).Should().Be(("https://shop.example", "https://shop.example/us"));

        [Test]
        public void The_web_server_is_as_written() =>
            Full
                .WebServer.Should()
                .BeEquivalentTo(
                    new WebServer
                    {
                        Command = "npm start",
                        Url = "https://shop.example/health",
                        ReuseExistingServer = false,
                        Timeout = TimeSpan.FromSeconds(5),
                        WorkingDirectory = In("site"),
                        Environment = new Dictionary<string, string> { ["PORT"] = "80" },
                    }
                );

        [Test]
        public void Consent_presets_come_in_the_order_of_the_file_and_none_is_always_there()
        {
            Full.Consent.Select(preset => preset.Name).Should().Equal("granted", "denied", "none");
            Full.Consent[0].Grants.Should().BeEquivalentTo([Need.Analytics, Need.Ads]);
            Full.Consent[0].Do.Should().ContainSingle();
            Full.DefaultConsent.Should().Be("denied");
        }

        [Test]
        public void Destinations_come_in_the_order_of_the_file() =>
            Full
                .Destinations.Select(destination =>
                    (destination.Name, destination.Title, destination.Account, destination.Needs, string.Join(" ", destination.Endpoints))
                )
                .Should()
                .Equal(
                    ("data-layer", "Data layer", null, Need.Nothing, ""),
                    ("ga4", "ga4", "G-SHOP", Need.ConsentMode, "https://shop.example/collect*")
                );

        [Test]
        public void The_rest_is_as_written() =>
            (Full.Network, Full.Clock, Full.Secrets.Single()).Should().Be((NetworkRules.Passthrough, ClockMode.Real, "SHOP_PASSWORD"));
    }

    public sealed class Inheriting
    {
        [Test]
        public void A_device_of_the_project_brings_its_own_screen_along() =>
            Read(
                $$"""{ "use": { "viewport": { "width": 1000, "height": 700 } }, "projects": [{ "name": "pixel", "use": { "device": "Pixel 7" } }], {{Own}} }"""
            )
                .Devices.Single()
                .Should()
                .Match<DeviceProject>(device => device.Viewport == null && device.Group == "phone");

        [Test]
        public void A_viewport_of_the_project_wins_over_its_device() =>
            Read(
                $$"""{ "projects": [{ "name": "pixel", "use": { "device": "Pixel 7", "viewport": { "width": 915, "height": 412 } } }], {{Own}} }"""
            )
                .Devices.Single()
                .Viewport.Should()
                .Be(new ScreenSize(915, 412));

        [Test]
        public void The_device_of_all_holds_where_a_project_names_none() =>
            Read($$"""{ "use": { "device": "iPhone 15" }, "projects": [{ "name": "a" }], {{Own}} }""")
                .Devices.Single()
                .Should()
                .Match<DeviceProject>(device =>
                    device.Descriptor == "iPhone 15" && device.Engine == BrowserEngine.Webkit && device.Group == "phone"
                );

        [Test]
        public void The_demo_shop_is_asked_for_by_true_or_by_its_faults()
        {
            Read("""{ "microconv": { "demoShop": true, "destinations": { "ga4": { "vendor": "ga4" } } } }""")
                .DemoShop!.Faults.Should()
                .BeEmpty();
            Read("""{ "microconv": { "demoShop": { "faults": ["late-event"] }, "destinations": { "ga4": { "vendor": "ga4" } } } }""")
                .DemoShop!.Faults.Should()
                .Equal("late-event");
            Read("""{ "microconv": { "demoShop": false, "destinations": { "ga4": { "vendor": "ga4" } } } }""").DemoShop.Should().BeNull();
        }

        [Test]
        public void A_web_server_on_a_port_tells_the_base_url() =>
            Read($$"""{ "webServer": { "command": "npm start", "port": 3000 }, {{Own}} }""")
                .Should()
                .Match<RunConfiguration>(configuration =>
                    configuration.BaseUrl == "http://localhost:3000" && configuration.WebServer!.Url == "http://localhost:3000"
                );

        [Test]
        public void A_web_server_without_url_is_up_when_the_base_url_answers() =>
            Read($$"""{ "use": { "baseURL": "http://127.0.0.1:5000" }, "webServer": { "command": "npm start" }, {{Own}} }""")
                .WebServer!.Url.Should()
                .Be("http://127.0.0.1:5000");
    }

    public sealed class Problems
    {
        [Test]
        public void All_of_a_file_are_told_at_once_with_line_and_column() =>
            Approved.Matches(
                string.Join(
                    "\n",
                    ProblemsOf(
                        """
                        {
                          "testdir": "journeys",
                          "timeout": "soon",
                          "use": { "viewport": "wide", "trace": "always", "baseURL": "shop.example", "timezoneId": "Europe/Berlim" },
                          "projects": [
                            { "name": "pixel-7", "use": { "device": "Pixel7" } },
                            { "name": "pixel-7", "use": { "browserName": "chrome", "headless": true } },
                            { "name": "tablet", "use": { "device": "Pixel 7" } }
                          ],
                          "webServer": { "command": "npm start", "port": 80, "url": "http://127.0.0.1" },
                          "microconv": {
                            "demoShop": true,
                            "destinations": { "ga4": { "vendor": "ga" }, "Own": { "vendor": "ga4" }, "own": { "vendor": "ga4", "endpoints": ["collect"] } },
                            "consent": { "granted": { "grants": ["adds"] } },
                            "defaultConsent": "grented",
                            "settle": { "within": "5m", "quiet": 1 }
                          }
                        }
                        """
                    )
                ),
                "Problems"
            );

        [TestCase("actionTimeout")]
        [TestCase("navigationTimeout")]
        public void No_timeout_means_for_ever(string key) =>
            ProblemsOf($$"""{ "use": { "{{key}}": 0 }, {{Own}} }""")
                .Should()
                .Equal(
                    $"playwright.config.json(1,{key.Length + 16}): error: a duration of 0ms is out of range: it must be from 100ms to 3600s."
                );

        [TestCase("""{ "horizon": "3s", "limit": "1s" }""", "1", "3")]
        [TestCase("""{ "limit": "5s" }""", "5", "6")]
        public void A_limit_below_the_horizon(string settle, string limit, string horizon) =>
            ProblemsOf($$"""{ "microconv": { "settle": {{settle}}, "destinations": { "ga4": { "vendor": "ga4" } } } }""")
                .Should()
                .Equal(
                    $"playwright.config.json(1,{28 + settle.IndexOf("\"limit\": ", StringComparison.Ordinal) + 9}): error: 'limit' is {limit} s and 'horizon' {horizon} s: what a page sends in the time that 'horizon' lets pass must be waited for at least as long. Raise 'limit', or lower 'horizon'."
                );

        [TestCase("""{ "horizon": "3s", "limit": "3s" }""", 3)]
        [TestCase("""{ "horizon": "20s" }""", 20)]
        [TestCase("{}", 10)]
        public void A_limit_that_is_long_enough_or_none(string settle, int limit) =>
            Read($$"""{ "microconv": { "settle": {{settle}}, "destinations": { "ga4": { "vendor": "ga4" } } } }""")
                .Settle.Limit.Should()
                .Be(TimeSpan.FromSeconds(limit));

        [Test]
        public void An_empty_object_lacks_what_is_ours() =>
            ProblemsOf("{}")
                .Should()
                .Equal(
                    "playwright.config.json(1,1): error: the configuration needs 'microconv': what Playwright has no word for: destinations, consent, network."
                );

        [Test]
        public void What_a_destination_cannot_be_compared_with() =>
            ProblemsOf(
                    """{ "microconv": { "destinations": { "own": { "vendor": "ga4", "notCompared": { "datalayer": "net prices", "page": 5 } } } } }"""
                )
                .Should()
                .Equal(
                    "playwright.config.json(1,79): error: unknown key of 'notCompared' 'datalayer'. Did you mean 'dataLayer'?",
                    "playwright.config.json(1,114): error: 'page' must be a text, but is the number 5."
                );

        [Test]
        public void What_no_destination_may_carry() =>
            ProblemsOf("""{ "microconv": { "destinations": { "own": { "vendor": "ga4", "mayCarry": ["hashed email", "card"] } } } }""")
                .Should()
                .Equal(
                    "playwright.config.json(1,75): error: an entry of 'mayCarry' must be one of e-mail, phone, name, address, hashed e-mail, hashed phone, hashed name, hashed address, but is 'hashed email'. Did you mean 'hashed e-mail'?",
                    "playwright.config.json(1,91): error: an entry of 'mayCarry' must be one of e-mail, phone, name, address, hashed e-mail, hashed phone, hashed name, hashed address, but is 'card'."
                );

        [Test]
        public void No_destination_at_all() =>
            ProblemsOf("""{ "microconv": { "destinations": {} } }""")
                .Should()
                .Equal(
                    "playwright.config.json(1,34): error: 'destinations' is empty: name at least one place that conversions are sent to."
                );

        [Test]
        public void A_web_server_that_nobody_can_see_starting() =>
            ProblemsOf($$"""{ "webServer": { "command": "npm start" }, {{Own}} }""")
                .Should()
                .Equal(
                    "playwright.config.json(1,16): error: 'webServer' needs 'url' or 'port', or a 'baseURL' in 'use': how else would one know that the site is up?"
                );

        [Test]
        public void A_demo_shop_beside_a_base_url() =>
            ProblemsOf(
                    """{ "use": { "baseURL": "http://a.example" }, "microconv": { "demoShop": true, "destinations": { "ga4": { "vendor": "ga4" } } } }"""
                )
                .Should()
                .Equal(
                    "playwright.config.json(1,10): error: 'baseURL' and 'demoShop' contradict each other. The demo shop is the site under test and tells its own address. Leave out 'demoShop' or this."
                );

        [Test]
        public void What_is_no_json_is_said_where_it_ends_to_be() =>
            ProblemsOf("""{ "use": { """).Should().Equal("playwright.config.json(1,10): error: this '{' is not closed.");

        [Test]
        public void A_single_phone_may_be_called_phone() =>
            Read($$"""{ "projects": [{ "name": "desktop" }, { "name": "phone", "use": { "device": "Pixel 7" } }], {{Own}} }""")
                .Devices.Should()
                .HaveCount(2);

        [Test]
        public void One_of_two_phones_may_not() =>
            ProblemsOf(
                    $$"""{ "projects": [{ "name": "phone", "use": { "device": "Pixel 7" } }, { "name": "b", "use": { "device": "iPhone 15" } }], {{Own}} }"""
                )
                .Should()
                .Equal(
                    "playwright.config.json(1,26): error: the project 'phone' has the name of a device group, which journeys would take for all its devices. Call it 'phone-1', or by its device."
                );
    }

    private static string In(string path) => Path.GetFullPath(path, Folder);

    private static RunConfiguration Read(string json) =>
        new ConfigurationReader(
            new KnownDevices(),
            [.. new[] { "datalayer", "ga4", "plausible" }.Select(name => new KnownVendor(name, []))]
        ).Read(new SourceText("playwright.config.json", json), Folder);

    private static IEnumerable<string> ProblemsOf(string json) =>
        FluentActions
            .Invoking(() => Read(json))
            .Should()
            .Throw<SourceProblemException>()
            .Which.Problems.Select(problem => problem.ToString());
}
