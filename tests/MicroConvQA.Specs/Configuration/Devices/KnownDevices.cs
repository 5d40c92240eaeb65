using MicroConvQA.Configuration.Devices;

namespace MicroConvQA.Specs.Configuration.Devices;

/// <summary>A handful of devices, as Playwright describes them.</summary>
internal sealed class KnownDevices : IDeviceCatalog
{
    private static readonly Dictionary<string, DeviceTraits> Traits = new()
    {
        ["Desktop Chrome"] = new(false, new ScreenSize(1280, 720), BrowserEngine.Chromium),
        ["Pixel 7"] = new(true, new ScreenSize(412, 839), BrowserEngine.Chromium),
        ["iPhone 15"] = new(true, new ScreenSize(393, 659), BrowserEngine.Webkit),
        ["iPad Mini"] = new(true, new ScreenSize(768, 1024), BrowserEngine.Webkit),
    };

    public IReadOnlyCollection<string> Names => Traits.Keys;

    public DeviceTraits? Find(string name) => Traits.GetValueOrDefault(name);
}
