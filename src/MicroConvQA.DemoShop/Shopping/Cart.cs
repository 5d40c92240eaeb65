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

/// <summary>A variant in the cart and how many of it.</summary>
internal sealed record CartLine(Product Product, Variant Variant, int Quantity);

/// <summary>A code that takes a part off the goods in the cart.</summary>
internal sealed record Coupon(string Code, decimal Share)
{
    private static readonly Coupon[] Valid = [new("WELCOME10", 0.10m), new("LIGHT20", 0.20m)];

    public static Coupon? Find(string code) =>
        Valid.FirstOrDefault(coupon => coupon.Code.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase));

    public decimal DiscountOn(decimal goods) => Math.Round(goods * Share, 2, MidpointRounding.AwayFromZero);
}
