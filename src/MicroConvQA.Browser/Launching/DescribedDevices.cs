using MicroConvQA.Configuration.Devices;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Browser.Launching;

/// <summary>The devices that Playwright can emulate, as they are written down beside this file: known without starting it.</summary>
/// <remarks><c>devices.json</c> is made from Playwright's own descriptors; a spec holds it against them.</remarks>
internal sealed class DescribedDevices : IDeviceCatalog
{
    private readonly Lazy<Dictionary<string, DeviceTraits>> _traits = new(Read);

    public IReadOnlyCollection<string> Names => [.. _traits.Value.Keys];

    public DeviceTraits? Find(string name) => _traits.Value.GetValueOrDefault(name);

    private static Dictionary<string, DeviceTraits> Read()
    {
        using var stream = typeof(DescribedDevices).Assembly.GetManifestResourceStream("MicroConvQA.Browser.Launching.devices.json")!;
        using var reader = new StreamReader(stream);

        var devices = JObject.Parse(reader.ReadToEnd()).Properties();
        return devices.ToDictionary(device => device.Name, device => TraitsOf((JObject)device.Value));
    }

    private static DeviceTraits TraitsOf(JObject device) =>
        new(
            (bool)device["mobile"]!,
            new ScreenSize((int)device["width"]!, (int)device["height"]!),
            Enum.Parse<BrowserEngine>((string)device["engine"]!, ignoreCase: true)
        );
}
