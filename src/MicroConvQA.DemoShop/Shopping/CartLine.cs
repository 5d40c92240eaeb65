using MicroConvQA.DemoShop.Catalog;

namespace MicroConvQA.DemoShop.Shopping;

/// <summary>A variant in the cart and how many of it.</summary>
internal sealed record CartLine(Product Product, Variant Variant, int Quantity);
