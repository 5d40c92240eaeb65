using MicroConvQA.DemoShop.Markets;

namespace MicroConvQA.DemoShop.Shopping;

/// <summary>A cart that was paid.</summary>
internal sealed record Order(
    string Number, Market Market, IReadOnlyList<CartLine> Lines, Coupon? Coupon, Address Address,
    DeliveryMethod Delivery, PaymentMethod Payment, Totals Totals);
