using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Devices;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Acting;

/// <summary>The one browser that all specs of actions share.</summary>
[SetUpFixture]
internal sealed class SpecChromium
{
    private static IPlaywright? s_playwright;
    private static IBrowser? s_browser;

    public static IPlaywright Driver => s_playwright ?? throw new InvalidOperationException("the specs' browser is not started");

    public static IBrowser Browser => s_browser ?? throw new InvalidOperationException("the specs' browser is not started");

    [OneTimeSetUp]
    public async Task Start()
    {
        s_playwright = await SharedBrowsers.DriverAsync();
        var found = BrowserFinder.OnThisMachine(s_playwright).Find(BrowserEngine.Chromium).Found!;
        s_browser = await s_playwright.Chromium.LaunchAsync(new() { ExecutablePath = found.Path });
    }

    [OneTimeTearDown]
    public Task Stop() => Browser.CloseAsync();
}
