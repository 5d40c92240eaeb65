namespace MicroConvQA.Configuration.Devices;

/// <summary>A viewport in CSS pixels.</summary>
public sealed record ScreenSize(int Width, int Height);
