namespace MicroConvQA.DemoShop.Faults;

/// <summary>The faults that are on for one shopper.</summary>
internal sealed record FaultSet(IReadOnlyList<string> Names)
{
    public static FaultSet None { get; } = new([]);

    public bool Has(string name) => Names.Contains(name);

    public FaultSet With(FaultSet other) => new([.. Names.Union(other.Names)]);

    public static FaultSet Of(IEnumerable<string> names) => new([.. names.Select(name => FaultCatalogue.Find(name).Name).Distinct()]);

    public static FaultSet Parse(string commaSeparated) =>
        Of(commaSeparated.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
