using MicroConvQA.DemoShop.Markets;

namespace MicroConvQA.DemoShop.Shopping;

/// <summary>A cart that was paid.</summary>
internal sealed record Order(
    string Number,
    Market Market,
    IReadOnlyList<CartLine> Lines,
    Coupon? Coupon,
    Address Address,
    DeliveryMethod Delivery,
    PaymentMethod Payment,
    Totals Totals
)
{
    /// <summary>The order that a tag would report that does not wait for one.</summary>
    public static Order Imagined(ShopSession session, Market market) =>
        new(
            "LH-0",
            market,
            session.Cart.Lines,
            session.Cart.Coupon,
            new Address("", "", "", "", "", "", ""),
            DeliveryMethod.All[0],
            PaymentMethod.All[0],
            Totals.Of(session.Cart.Lines, session.Cart.Coupon, DeliveryMethod.All[0], market)
        );
}

/// <summary>Where an order goes.</summary>
internal sealed record Address(string Email, string FirstName, string LastName, string Street, string Postcode, string City, string Phone);
