using System.Diagnostics;
using FluentAssertions;
using MicroConvQA.Cli.Sites;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.Running.Sites;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Cli;

internal static class SiteSpecs
{
    public sealed class Choosing
    {
        [Test]
        public async Task The_demo_shop_wins_where_it_is_asked_for()
        {
            await using var site = SiteChoice.Of(Any.Configuration() with { DemoShop = new DemoShopSettings() });

            site.Title.Should().Be("the demo shop");
        }

        [Test]
        public void A_fault_that_the_shop_lacks_is_the_authors_mistake() =>
            FluentActions
                .Invoking(() =>
                    SiteChoice.Of(Any.Configuration() with { DemoShop = new DemoShopSettings { Faults = ["double-add-to-card"] } })
                )
                .Should()
                .Throw<SourceProblemException>()
                .WithMessage(
                    "playwright.config.json: error: The demo shop has no fault 'double-add-to-card'. Did you mean 'double-add-to-cart'?*"
                );

        [Test]
        public void Nothing_to_walk_is_the_authors_mistake() =>
            FluentActions
                .Invoking(() => SiteChoice.Of(Any.Configuration()))
                .Should()
                .Throw<SourceProblemException>()
                .WithMessage(
                    "playwright.config.json: error: nothing says where the site is. Set 'baseURL' in 'use', start the site by 'webServer', set 'demoShop' to true, or call with --base-url."
                );

        [Test]
        public async Task Devices_with_sites_of_their_own_need_no_other()
        {
            await using var site = SiteChoice.Of(
                Any.Configuration() with
                {
                    Devices = [Any.Device() with { BaseUrl = "https://shop.example/us" }],
                }
            );

            (await site.StartAsync(CancellationToken.None)).Should().BeNull();
        }
    }

    public sealed class Running
    {
        [Test]
        public async Task A_site_that_answers_is_there_whatever_it_answers()
        {
            using var server = new OneAnswer("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n");
            await using var site = new RunningSite(server.Url, new SiteProbe(), isResolvedByBrowser: false);

            (await site.StartAsync(CancellationToken.None)).Should().Be(server.Url);
        }

        [Test]
        public async Task A_dead_base_url_says_what_to_do()
        {
            using var nobody = new ClosedPort();
            await using var site = new RunningSite(nobody.Url, new SiteProbe(), isResolvedByBrowser: false);

            (await ProblemOf(site))
                .Should()
                .Be(
                    $"{nobody.Url} does not answer: the connection was refused. Start the site, let 'webServer' in the configuration start it, or name another one with --base-url."
                );
        }

        [Test]
        public async Task Where_the_browser_has_its_own_way_nobody_else_can_tell()
        {
            await using var site = new RunningSite("http://shop.invalid", new SiteProbe(), isResolvedByBrowser: true);

            (await site.StartAsync(CancellationToken.None)).Should().Be("http://shop.invalid");
        }
    }

    [Platform(Exclude = "Win")]
    public sealed class Starting
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        [Test]
        public async Task A_command_that_ends_early_is_quoted()
        {
            using var nobody = new ClosedPort();
            await using var site = Site(new WebServer { Command = "echo port is taken; exit 3", Url = nobody.Url });

            (await ProblemOf(site))
                .Should()
                .Be($"'echo port is taken; exit 3' ended with exit code 3 before {nobody.Url} answered. It said: port is taken");
        }

        [Test]
        public async Task A_site_that_never_answers_is_given_up()
        {
            using var nobody = new ClosedPort();
            await using var site = Site(
                new WebServer
                {
                    Command = "exec sleep 600",
                    Url = nobody.Url,
                    Timeout = TimeSpan.Zero,
                }
            );

            (await ProblemOf(site))
                .Should()
                .Be(
                    $"{nobody.Url} did not answer within 0 s after 'exec sleep 600' was started: the connection was refused. Raise 'timeout' in 'webServer' or mend the command. It said nothing."
                );
        }

        [Test]
        public async Task A_site_that_answers_already_is_used_as_it_is()
        {
            using var server = new OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            await using var site = Site(new WebServer { Command = "exit 1", Url = server.Url });

            (await site.StartAsync(CancellationToken.None)).Should().Be("http://shop.example");
        }

        [Test]
        public async Task A_port_in_use_is_named_where_the_site_must_be_started_anew()
        {
            using var server = new OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            await using var site = Site(
                new WebServer
                {
                    Command = "npm start",
                    Url = server.Url,
                    ReuseExistingServer = false,
                }
            );

            (await ProblemOf(site))
                .Should()
                .Be(
                    $"{server.Url} is in use already, so 'npm start' was not started. Stop what answers there, or set 'reuseExistingServer' to true in 'webServer'."
                );
        }

        [Test]
        [Platform("Linux")]
        public async Task The_command_ends_with_all_its_children()
        {
            using var folder = new TemporaryFolder();
            using var nobody = new ClosedPort();
            using var stop = new CancellationTokenSource();
            var file = Path.Combine(folder.Path, "child");
            // Moved, so that it is there with all that stands in it.
            await using (
                var site = Site(
                    new WebServer { Command = $"sleep 600 & echo $! > {file}.new; mv {file}.new {file}; wait", Url = nobody.Url }
                )
            )
            {
                var starting = site.StartAsync(stop.Token);
                await UntilAsync(() => File.Exists(file));
                await stop.CancelAsync();
                await starting.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
            }

            var child = (await File.ReadAllTextAsync(file)).Trim();
            // What was killed closes its files first, and is gone a moment later.
            await UntilAsync(() => !IsAlive(child));
            IsAlive(child).Should().BeFalse();
        }

        private static async Task UntilAsync(Func<bool> isSo)
        {
            for (var waiting = Stopwatch.StartNew(); !isSo() && waiting.Elapsed < Patience; )
                await Task.Delay(20);
        }

        /// <summary>A process that ended stays in the table as a zombie until its parent looks at it.</summary>
        private static bool IsAlive(string process)
        {
            try
            {
                return !File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].StartsWith('Z');
            }
            catch (IOException)
            {
                // It is in the table no longer.
                return false;
            }
        }

        private static WebServerSite Site(WebServer server) =>
            new(server with { WorkingDirectory = Path.GetTempPath() }, "http://shop.example", new SiteProbe(), TimeProvider.System);
    }

    private static async Task<string> ProblemOf(ISiteUnderTest site) =>
        (await FluentActions.Awaiting(() => site.StartAsync(CancellationToken.None)).Should().ThrowAsync<SiteUnavailableException>())
            .Which
            .Message;
}
