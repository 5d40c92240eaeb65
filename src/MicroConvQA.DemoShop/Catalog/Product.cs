namespace MicroConvQA.DemoShop.Catalog;

/// <summary>A product with its variants; its id is the parent of the variants' SKUs.</summary>
internal sealed record Product
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required Category Category { get; init; }
    public required string Drawing { get; init; }
    public required string VariantKind { get; init; }
    public required IReadOnlyList<Variant> Variants { get; init; }
    public required string Material { get; init; }
    public required string Claim { get; init; }
    public required string Story { get; init; }
    public required IReadOnlyList<(string Name, string Value)> Measures { get; init; }
    public required IReadOnlyList<Review> Reviews { get; init; }
    public bool SoldOut { get; init; }

    public string Slug => Name.Replace(' ', '-').ToLowerInvariant();

    public string Path => $"/products/{Slug}";

    public Variant Default => Variants[0];

    public Variant? Find(string? sku) => Variants.FirstOrDefault(variant => variant.Sku == sku);

    public double Stars => Reviews.Average(review => review.Stars);

    public bool Answers(string words) =>
        words
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => $"{Name} {Category.Name} {Material} {Claim}".Contains(word, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A department of the shop.</summary>
internal sealed record Category(string Slug, string Name, string Claim);

/// <summary>One finish or size of a product, with its own SKU.</summary>
internal sealed record Variant(string Sku, string Name, string Colour, decimal PriceEur, decimal PriceUsd)
{
    public decimal PriceIn(string currency) => currency == "USD" ? PriceUsd : PriceEur;
}

/// <summary>What a customer wrote about a product.</summary>
internal sealed record Review(string Author, int Stars, string Title, string Text);
