namespace MicroConvQA.DemoShop.Catalog;

/// <summary>One finish or size of a product, with its own SKU.</summary>
internal sealed record Variant(string Sku, string Name, string Colour, decimal PriceEur, decimal PriceUsd)
{
    public decimal PriceIn(string currency) => currency == "USD" ? PriceUsd : PriceEur;
}
