namespace MicroConvQA.Configuration.Devices;

/// <summary>The devices that can be emulated. An implementer must know names letter for letter and must not guess.</summary>
internal interface IDeviceCatalog
{
    /// <summary>All names, for suggestions.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>The traits of a device; null where the name is unknown.</summary>
    DeviceTraits? Find(string name);
}

/// <summary>What a device descriptor says of a device.</summary>
/// <param name="IsMobile">Whether it is a phone or a tablet.</param>
/// <param name="Viewport">Its viewport in CSS pixels.</param>
/// <param name="DefaultEngine">The engine that it really has.</param>
internal sealed record DeviceTraits(bool IsMobile, ScreenSize Viewport, BrowserEngine DefaultEngine);
