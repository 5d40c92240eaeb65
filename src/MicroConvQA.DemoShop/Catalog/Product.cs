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
