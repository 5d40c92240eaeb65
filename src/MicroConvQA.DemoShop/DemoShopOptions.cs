namespace MicroConvQA.DemoShop;

/// <summary>How a demo shop is started.</summary>
internal sealed record DemoShopOptions
{
    /// <summary>The port on 127.0.0.1, 0–65535; default 0, which takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Names of <see cref="Faults.FaultCatalogue"/> that are on for every shopper; default none.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>How long every answer is held back, as on a slow line; default none.</summary>
    public TimeSpan Latency { get; init; }
}
