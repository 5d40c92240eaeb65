namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>One event as a vendor received it; the id is what the vendor counts it once by.</summary>
internal sealed record SentEvent(string Vendor, string Name, string Id, IReadOnlyDictionary<string, string> Values)
{
    public override string ToString() => $"{Vendor}: {Name}";
}
