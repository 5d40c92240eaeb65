using System.Collections.Concurrent;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Network;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs;

/// <summary>
/// The browsers that specs share: to start one costs more than most specs do, and every walk has a context of its own in it, as walks of a
/// run have. What ends its browser, or looks at all that is open in it, asks for one of its own by a launch argument.
/// </summary>
[SetUpFixture]
internal sealed class SharedBrowsers
{
    private static readonly Lazy<Task<IPlaywright>> s_driver = new(Playwright.CreateAsync);
    private static readonly ConcurrentDictionary<ITrafficKnowledge, Lazy<Task<BrowserPool>>> s_pools = [];

    internal static Task<IPlaywright> DriverAsync() => s_driver.Value;

    /// <summary>The browsers whose captures read hits in the same way; no request of theirs leaves this machine.</summary>
    internal static Task<BrowserPool> PoolAsync(ITrafficKnowledge knowledge) =>
        s_pools.GetOrAdd(knowledge, _ => new(() => OpenAsync(knowledge))).Value;

    /// <summary>Five seconds, Playwright's own patience with an expectation, are short where others work beside it.</summary>
    [OneTimeSetUp]
    public void BePatient() => Assertions.SetDefaultExpectTimeout(30_000);

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        foreach (var pool in s_pools.Values)
        {
            await (await pool.Value).DisposeAsync();
        }

        if (s_driver.IsValueCreated)
        {
            (await s_driver.Value).Dispose();
        }
    }

    /// <summary>Browsers of a driver whose captures read hits in one way; no request of theirs leaves this machine.</summary>
    internal static BrowserPool PoolOf(IPlaywright driver, ITrafficKnowledge knowledge) =>
        new(
            driver,
            BrowserFinder.OnThisMachine(driver),
            found => new WireCapture(knowledge, NetworkRules.Sinkhole, found.Engine, found.Remote),
            new LaunchSettings()
        );

    private static async Task<BrowserPool> OpenAsync(ITrafficKnowledge knowledge) => PoolOf(await DriverAsync(), knowledge);
}
