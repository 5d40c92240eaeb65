using MicroConvQA.DemoShop.Catalog;

namespace MicroConvQA.DemoShop.Shopping;

/// <summary>The lines and the coupon that a shopper has collected.</summary>
internal sealed record Cart(IReadOnlyList<CartLine> Lines, Coupon? Coupon)
{
    public const int MostOfOne = 10;

    public static Cart Empty { get; } = new([], null);

    public int Pieces => Lines.Sum(line => line.Quantity);

    public CartLine? Find(string sku) => Lines.FirstOrDefault(line => line.Variant.Sku == sku);

    public Cart With(Product product, Variant variant, int quantity)
    {
        var line = new CartLine(product, variant, Math.Clamp(quantity, 0, MostOfOne));
        var others = Lines.Where(other => other.Variant != variant);
        return Find(variant.Sku) is null
            ? this with
            {
                Lines = [.. others, .. Kept(line)],
            }
            : this with
            {
                Lines = [.. Lines.SelectMany(other => other.Variant == variant ? Kept(line) : [other])],
            };
    }

    private static CartLine[] Kept(CartLine line) => line.Quantity > 0 ? [line] : [];
}
