using MicroConvQA.DemoShop.Markets;

namespace MicroConvQA.DemoShop.Shopping;

/// <summary>What a cart or an order costs; tracking and pages read the same amounts.</summary>
internal sealed record Totals(decimal Goods, decimal Discount, decimal Shipping, decimal Tax)
{
    /// <summary>What the cart page shows: the goods less the discount.</summary>
    public decimal Cart => Goods - Discount;

    /// <summary>What the shopper pays.</summary>
    public decimal Total => Cart + Shipping;

    public static Totals Of(IEnumerable<CartLine> lines, Coupon? coupon, DeliveryMethod? delivery, Market market)
    {
        var goods = lines.Sum(line => line.Variant.PriceIn(market.Currency) * line.Quantity);
        var discount = coupon?.DiscountOn(goods) ?? 0m;
        var shipping = delivery?.Costs(market) ?? 0m;
        return new Totals(goods, discount, shipping, market.TaxIn(goods - discount + shipping));
    }
}
