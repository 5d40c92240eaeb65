namespace MicroConvQA.Configuration;

/// <summary>A browser engine.</summary>
public enum BrowserEngine
{
    Chromium,
    Firefox,
    Webkit,
}
