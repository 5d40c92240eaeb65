using System.Diagnostics;
using System.Runtime.Versioning;
using FluentAssertions;
using MicroConvQA.Browser.Capture.DevTools;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Capture;

/// <summary>The browsers are scripts that say on descriptor 4 what a Chromium would.</summary>
[Platform(Exclude = "Win"), UnsupportedOSPlatform("windows")]
internal sealed class DevToolsTapSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private TemporaryFolder _folder = null!;
    private List<string?> _told = null!;

    private string Overheard => Path.Combine(_folder.Path, "playwright");

    [SetUp]
    public void MakeFolder() => (_folder, _told) = (new TemporaryFolder(), []);

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task What_the_browser_tells_Playwright_is_told_to_us_too()
    {
        using var tap = Set(
            """printf '{"method":"Told","params":{"n":1},"sessionId":"one"}\0{"id":1}\0{"method":"Other","params":{}}\0' >&4; wait_for_go; printf '{"method":"Told","params":{},"sessionId":"two"}\0' >&4"""
        );

        var running = RunAsync(tap);
        var follows = await tap.FollowAsync(Skimmer, CancellationToken.None);
        LetGo();
        await running;

        follows.Should().BeTrue();
        // What it said before it was followed is told or not, as it happens.
        (await ToldAsync(told => told is [.., "two"])).Should().EndWith("two");
        File.ReadAllText(Overheard).Should().Contain("\"n\":1").And.Contain("{\"id\":1}\0").And.EndWith("\"two\"}\0");
    }

    [Test]
    public async Task A_message_may_be_longer_than_any_buffer()
    {
        using var tap = Set(
            """wait_for_go; printf '{"method":"Told","params":{"long":"%0200000d"},"sessionId":"long"}\0{"method":"Told","params":{},"sessionId":"short"}\0' 0 >&4"""
        );

        var running = RunAsync(tap);
        var following = tap.FollowAsync(Skimmer, CancellationToken.None);
        LetGo();
        await running;
        await following;

        (await ToldAsync(2)).Should().Equal("long", "short");
        new FileInfo(Overheard).Length.Should().BeGreaterThan(200_000);
    }

    [Test]
    public async Task The_browser_stands_in_the_script_s_place_and_ends_as_it_ends()
    {
        using var tap = Set("""echo $$ > "$(dirname "$0")/pid"; echo "$1|$2" > "$(dirname "$0")/arguments"; exit 7""", "it's a browser");

        var (process, code) = await RunAsync(tap, "--first", "a 'second' $one");

        code.Should().Be(7);
        File.ReadAllText(Path.Combine(_folder.Path, "pid")).Should().Be($"{process}\n");
        File.ReadAllText(Path.Combine(_folder.Path, "arguments")).Should().Be("--first|a 'second' $one\n");
    }

    [Test]
    public async Task A_browser_that_did_not_start_may_be_started_again()
    {
        using var tap = Set(
            """printf '{"id":1}\0' >&4; [ "$1" = again ] || exit 1; wait_for_go; printf '{"method":"Told","params":{},"sessionId":"one"}\0' >&4"""
        );

        await RunAsync(tap, "first");
        var running = RunAsync(tap, "again");
        await OverheardAsync("{\"id\":1}\0{\"id\":1}\0");
        await tap.FollowAsync(Skimmer, CancellationToken.None);
        LetGo();
        await running;

        (await ToldAsync(1)).Should().Equal("one");
    }

    [Test]
    public async Task Whoever_fails_at_listening_does_not_hold_up_the_browser_and_is_known_in_the_end()
    {
        var tap = Set(
            """wait_for_go; for n in 1 2 3 4 5 6 7 8 9; do printf '{"method":"Told","params":{"long":"%0200000d"}}\0' 0 >&4; done"""
        );

        var running = RunAsync(tap);
        var following = tap.FollowAsync(
            new DevToolsSkimmer(["Told"], _ => throw new InvalidOperationException("A bug.")),
            CancellationToken.None
        );
        LetGo();
        await following;
        var (_, code) = await running;

        code.Should().Be(0);
        new FileInfo(Overheard).Length.Should().BeGreaterThan(9 * 200_000);
        tap.Invoking(one => one.Dispose()).Should().Throw<InvalidOperationException>().WithMessage("A bug.");
    }

    [Test]
    public async Task Whoever_no_longer_listens_does_not_hold_up_the_browser()
    {
        var tap = Set(
            """printf '{"id":1}\0' >&4; wait_for_go; for n in 1 2 3 4 5 6 7 8 9; do printf '{"method":"Told","params":{"long":"%0200000d"}}\0' 0 >&4; done"""
        );

        var running = RunAsync(tap);
        await tap.FollowAsync(Skimmer, CancellationToken.None);
        tap.Dispose();
        LetGo();
        await running;

        new FileInfo(Overheard).Length.Should().BeGreaterThan(9 * 200_000);
        _told.Should().BeEmpty();
    }

    [Test]
    public async Task Its_files_are_the_user_s_alone_and_gone_when_the_browser_runs()
    {
        using var tap = Set("""printf '{"id":1}\0' >&4""");
        var folder = Path.GetDirectoryName(tap.Executable)!;
        var modes = Directory.GetFiles(folder).Prepend(folder).Select(File.GetUnixFileMode).ToList();

        var running = RunAsync(tap);
        await tap.FollowAsync(Skimmer, CancellationToken.None);
        await running;

        modes
            .Should()
            .HaveCount(3)
            .And.OnlyContain(mode => (mode & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)) == 0);
        Directory.Exists(folder).Should().BeFalse();
    }

    [Test]
    public void A_browser_that_never_ran_leaves_nothing_behind()
    {
        var tap = Set("exit 0");

        tap.Dispose();

        Directory.Exists(Path.GetDirectoryName(tap.Executable)).Should().BeFalse();
    }

    [Test, NonParallelizable]
    public void Where_no_file_can_be_written_the_browser_is_not_overheard_and_it_is_said_why()
    {
        var before = Environment.GetEnvironmentVariable("TMPDIR");
        Environment.SetEnvironmentVariable("TMPDIR", Path.Combine(_folder.Path, "nowhere"));
        try
        {
            DevToolsTap.TrySet("/bin/true", out var obstacle).Should().BeNull();

            obstacle.Should().Contain("nowhere");
        }
        finally
        {
            Environment.SetEnvironmentVariable("TMPDIR", before);
        }
    }

    [Test, NonParallelizable]
    public void Where_a_tool_is_missing_the_browser_is_not_overheard_and_it_is_said_why()
    {
        var before = Environment.GetEnvironmentVariable("PATH");
        // The shell is there and nothing else.
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "bash"), "/bin/bash");
        Environment.SetEnvironmentVariable("PATH", _folder.Path);
        try
        {
            DevToolsTap.TrySet("/bin/true", out var obstacle).Should().BeNull();

            obstacle.Should().Contain("tee");
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", before);
        }
    }

    private DevToolsSkimmer Skimmer => new(["Told"], told =>
        {
            lock (_told)
            {
                _told.Add(told.Session);
            }
        });

    private DevToolsTap Set(string script, string name = "browser")
    {
        var browser = Path.Combine(_folder.Path, name);
        const string waiting = """wait_for_go() { until [ -e "$(dirname "$0")/go" ]; do sleep 0.05; done; }""";
        File.WriteAllText(browser, $"#!/usr/bin/env bash\n{waiting}\n{script}\n");
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return DevToolsTap.TrySet(browser, out var obstacle) ?? throw new AssertionException($"It cannot be set: {obstacle}");
    }

    /// <summary>A browser that waits says the rest from now on.</summary>
    private void LetGo() => File.WriteAllText(Path.Combine(_folder.Path, "go"), "");

    /// <summary>Starts it as Playwright does, with descriptors 3 and 4, and waits until nobody writes to the latter any more.</summary>
    private async Task<(int Process, int ExitCode)> RunAsync(DevToolsTap tap, params string[] arguments)
    {
        string[] all = arguments is [] ? ["--some"] : arguments;
        using var process = Process.Start(
            new ProcessStartInfo("bash", ["-c", """exec "$@" 3< /dev/null 4>> "$0" """, Overheard, tap.Executable, .. all])
            {
                RedirectStandardError = true,
            }
        )!;
        // The copier holds it open until it has written everything.
        await process.StandardError.ReadToEndAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.Id, process.ExitCode);
    }

    /// <summary>A browser that was launched has spoken.</summary>
    private async Task OverheardAsync(string text)
    {
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < Patience && await File.ReadAllTextAsync(Overheard) != text; )
        {
            await Task.Delay(20);
        }
    }

    private Task<IReadOnlyList<string?>> ToldAsync(int times) => ToldAsync(told => told.Count >= times);

    private async Task<IReadOnlyList<string?>> ToldAsync(Predicate<List<string?>> isAll)
    {
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < Patience; await Task.Delay(20))
        {
            lock (_told)
            {
                if (isAll(_told))
                {
                    return [.. _told];
                }
            }
        }

        return [.. _told];
    }
}
