namespace MicroConvQA.Configuration.Devices;

/// <summary>A browser engine.</summary>
public enum BrowserEngine
{
    Chromium,
    Firefox,
    Webkit,
}
