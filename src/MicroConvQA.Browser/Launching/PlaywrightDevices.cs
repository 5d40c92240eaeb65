using MicroConvQA.Configuration.Devices;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Launching;

/// <summary>The devices that Playwright can emulate, by its own descriptors.</summary>
internal sealed class PlaywrightDevices(IPlaywright playwright) : IDeviceCatalog
{
    public IReadOnlyCollection<string> Names { get; } = [.. playwright.Devices.Keys];

    public DeviceTraits? Find(string name) => playwright.Devices.TryGetValue(name, out var descriptor) ? TraitsOf(descriptor) : null;

    /// <summary>
    /// A fresh copy of the settings that make a context look like the device; a device without a descriptor is a plain desktop of its
    /// engine.
    /// </summary>
    public BrowserNewContextOptions ContextOf(DeviceProject device) =>
        new(playwright.Devices[device.Descriptor ?? DesktopOf(device.Engine)]);

    private static DeviceTraits TraitsOf(BrowserNewContextOptions descriptor) =>
        new(
            descriptor.IsMobile ?? false,
            new Configuration.Devices.ScreenSize(descriptor.ViewportSize!.Width, descriptor.ViewportSize.Height),
            EngineOf(descriptor.UserAgent ?? "")
        );

    // The .NET client drops the driver's defaultBrowserType; the user agent says the same.
    private static BrowserEngine EngineOf(string userAgent) =>
        userAgent switch
        {
            _ when userAgent.Contains("Firefox/", StringComparison.Ordinal) => BrowserEngine.Firefox,
            _ when userAgent.Contains("Chrome/", StringComparison.Ordinal) => BrowserEngine.Chromium,
            _ => BrowserEngine.Webkit,
        };

    private static string DesktopOf(BrowserEngine engine) =>
        engine switch
        {
            BrowserEngine.Chromium => "Desktop Chrome",
            BrowserEngine.Firefox => "Desktop Firefox",
            BrowserEngine.Webkit => "Desktop Safari",
            _ => throw new InvalidOperationException($"unknown engine {engine}"),
        };
}
