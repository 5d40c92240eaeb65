namespace MicroConvQA.DemoShop.Catalog;

/// <summary>What a customer wrote about a product.</summary>
internal sealed record Review(string Author, int Stars, string Title, string Text);
