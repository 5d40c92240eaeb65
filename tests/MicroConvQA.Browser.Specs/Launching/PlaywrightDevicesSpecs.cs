using FluentAssertions;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Devices;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Launching;

[Category("Browser")]
internal sealed class PlaywrightDevicesSpecs
{
    [TestCase("Desktop Chrome", false, 1280, 720, BrowserEngine.Chromium)]
    [TestCase("Desktop Firefox", false, 1280, 720, BrowserEngine.Firefox)]
    [TestCase("Pixel 7", true, 412, 839, BrowserEngine.Chromium)]
    [TestCase("iPhone 14", true, 390, 664, BrowserEngine.Webkit)]
    public async Task The_traits_are_the_descriptors(string name, bool isMobile, int width, int height, BrowserEngine engine)
    {
        var playwright = await SharedBrowsers.DriverAsync();

        var traits = new PlaywrightDevices(playwright).Find(name);

        traits.Should().Be(new DeviceTraits(isMobile, new Configuration.Devices.ScreenSize(width, height), engine));
    }

    [Test]
    public async Task An_unknown_name_is_not_guessed()
    {
        var playwright = await SharedBrowsers.DriverAsync();
        var devices = new PlaywrightDevices(playwright);

        devices.Find("pixel 7").Should().BeNull();
        devices.Names.Should().Contain("Pixel 7");
    }
}
