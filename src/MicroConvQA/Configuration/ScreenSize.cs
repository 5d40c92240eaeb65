namespace MicroConvQA.Configuration;

/// <summary>A viewport in CSS pixels.</summary>
public sealed record ScreenSize(int Width, int Height);
