namespace MicroConvQA.Configuration.Sites;

/// <summary>Asks for the embedded demo shop as the site under test.</summary>
public sealed record DemoShopSettings
{
    /// <summary>Tracking faults that are switched on, by name; empty = the healthy shop.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
