using System.Runtime.Versioning;
using FluentAssertions;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Running;
using MicroConvQA.Specs;
using MicroConvQA.Specs.Browser.Capture;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Launching;

[Category("Browser")]
internal sealed class BrowserPoolSpecs
{
    [Test, Platform(Include = "Linux"), UnsupportedOSPlatform("windows")]
    public async Task A_browser_that_does_not_start_says_why()
    {
        var playwright = await SharedBrowsers.DriverAsync();
        using var folder = new TemporaryFolder();
        var executable = Path.Combine(folder.Path, "browser");
        await File.WriteAllTextAsync(executable, "#!/bin/sh\necho 'libnss3.so is not there' >&2\nexit 127\n");
        File.SetUnixFileMode(executable, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using var pool = new BrowserPool(
            playwright,
            BrowserFinder.OnThisMachine(playwright),
            found => new WireCapture(SpecKnowledge.Shared, NetworkRules.Sinkhole, found.Engine),
            new LaunchSettings()
        );

        var starting = () => pool.GetAsync(Any.Device() with { ExecutablePath = executable }, CancellationToken.None);

        (await starting.Should().ThrowAsync<WalkObstacleException>()).WithMessage(
            $"{executable} did not start: it said 'libnss3.so is not there'. Start it by hand to see more, or name another by 'executablePath'."
        );
    }

    [Test]
    public async Task A_browser_that_has_served_its_walks_is_replaced_and_ends_with_the_last_of_them()
    {
        var playwright = await SharedBrowsers.DriverAsync();
        await using var pool = new BrowserPool(
            playwright,
            BrowserFinder.OnThisMachine(playwright),
            found => new WireCapture(SpecKnowledge.Shared, NetworkRules.Sinkhole, found.Engine),
            new LaunchSettings()
        )
        {
            MostWalks = 2,
        };
        var first = await pool.LeaseAsync(Any.Device(), CancellationToken.None);
        var second = await pool.LeaseAsync(Any.Device(), CancellationToken.None);

        await using var third = await pool.LeaseAsync(Any.Device(), CancellationToken.None);
        await first.DisposeAsync();
        var isKept = first.Browser.Browser.IsConnected;
        await second.DisposeAsync();

        second.Browser.Browser.Should().BeSameAs(first.Browser.Browser);
        third.Browser.Browser.Should().NotBeSameAs(first.Browser.Browser);
        (isKept, first.Browser.Browser.IsConnected, third.Browser.Browser.IsConnected).Should().Be((true, false, true));
    }
}
