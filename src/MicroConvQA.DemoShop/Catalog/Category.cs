namespace MicroConvQA.DemoShop.Catalog;

/// <summary>A department of the shop.</summary>
internal sealed record Category(string Slug, string Name, string Claim);
