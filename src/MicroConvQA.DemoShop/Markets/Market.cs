namespace MicroConvQA.DemoShop.Markets;

/// <summary>A market of the shop: its currency, its delivery costs and its tax.</summary>
internal sealed record Market(
    string Code,
    string Country,
    string Currency,
    string Symbol,
    decimal TaxRate,
    decimal StandardDelivery,
    decimal ExpressDelivery
)
{
    public static Market Europe { get; } = new("eu", "DE", "EUR", "€", 0.19m, 4.90m, 14.90m);

    public static Market UnitedStates { get; } = new("us", "US", "USD", "$", 0.08m, 5.90m, 16.90m);

    public static Market? Find(string? code) =>
        code switch
        {
            "eu" => Europe,
            "us" => UnitedStates,
            _ => null,
        };

    /// <summary>The share of tax in a price, which always includes it.</summary>
    public decimal TaxIn(decimal gross) => Math.Round(gross * TaxRate / (1 + TaxRate), 2, MidpointRounding.AwayFromZero);
}
