namespace MicroConvQA.Configuration.Devices;

/// <summary>Whether pages can tell that a browser is driven by a program. Some SDKs send nothing then.</summary>
public enum Automation
{
    /// <summary>As the browser says it: <c>navigator.webdriver</c> is true, and a headless one names itself so. The default.</summary>
    Honest,

    /// <summary>What the documented bot checks of SDKs look at says nothing of it.</summary>
    Hidden,
}
