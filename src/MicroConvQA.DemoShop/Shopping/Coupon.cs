namespace MicroConvQA.DemoShop.Shopping;

/// <summary>A code that takes a part off the goods in the cart.</summary>
internal sealed record Coupon(string Code, decimal Share)
{
    private static readonly Coupon[] Valid = [new("WELCOME10", 0.10m), new("LIGHT20", 0.20m)];

    public static Coupon? Find(string code) =>
        Valid.FirstOrDefault(coupon => coupon.Code.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase));

    public decimal DiscountOn(decimal goods) => Math.Round(goods * Share, 2, MidpointRounding.AwayFromZero);
}
