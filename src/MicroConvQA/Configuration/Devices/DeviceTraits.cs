namespace MicroConvQA.Configuration.Devices;

/// <summary>What a device descriptor says of a device.</summary>
/// <param name="IsMobile">Whether it is a phone or a tablet.</param>
/// <param name="Viewport">Its viewport in CSS pixels.</param>
/// <param name="DefaultEngine">The engine that it really has.</param>
internal sealed record DeviceTraits(bool IsMobile, ScreenSize Viewport, BrowserEngine DefaultEngine);
