using System.Text.Json.Nodes;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.DemoShop.Serving;
using MicroConvQA.DemoShop.Shopping;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>The cart; its body is also what cart actions send back.</summary>
internal static class CartPage
{
    public const string BodyId = "cart-body";

    public static PageReply Render(Visit visit) => new("Cart", Html.Of($"""
        <h1>Your cart</h1><div id="{BodyId}">{Body(visit)}</div>
        """)) { OnLoad = visit.Session.Cart.Lines.Count > 0 ? Shown(visit) : [] };

    private static IReadOnlyList<JsonObject?> Shown(Visit visit) =>
        [
            visit.Events.ViewCart(visit.Session.Cart),
            visit.Faults.Has(FaultNames.CheckoutOnCartView) ? visit.Events.BeginCheckout(visit.Session.Cart) : null,
        ];

    public static Html Body(Visit visit) => visit.Session.Cart.Lines.Count == 0
        ? Html.Of($"""<p class="lead">It is empty.</p><a class="button" href="/lamps">See all lamps</a>""")
        : Html.Of($"""
            <div class="cart"><div class="lines">{Html.Each(visit.Session.Cart.Lines, line => Line(visit, line))}</div>
            <aside class="summary" aria-label="Summary">{Coupon(visit)}{Sums(visit)}
            <form data-action="/api/checkout/begin"><button class="wide"{(visit.Faults.Has(FaultNames.CheckoutClosed) ? new Html(" disabled") : Html.Empty)}>Checkout</button></form></aside></div>
            """);

    private static Html Line(Visit visit, CartLine line) => Html.Of($"""
        <article class="line"><div class="line-picture" aria-hidden="true">{Drawings.Draw(line.Product, line.Variant, 1)}</div>
        <div><h2><a href="{line.Product.Path}">{NameOf(visit, line)}</a></h2><p class="small">{line.Product.VariantKind}: {line.Variant.Name}<br>{line.Variant.Sku}</p>
        <form data-action="/api/cart/remove"><input type="hidden" name="sku" value="{line.Variant.Sku}"><button class="linklike" aria-label="Remove {NameOf(visit, line)}">Remove</button></form></div>
        <form data-action="/api/cart/quantity" data-submit-on-change><input type="hidden" name="sku" value="{line.Variant.Sku}"><label class="unseen" for="quantity-{line.Variant.Sku}">Quantity of {NameOf(visit, line)}</label><select id="quantity-{line.Variant.Sku}" name="quantity">{Html.Each(Enumerable.Range(1, Cart.MostOfOne), number => Html.Of($"<option{(number == line.Quantity ? new Html(" selected") : Html.Empty)}>{number}</option>"))}</select></form>
        <p class="price">{visit.Price(line.Variant.PriceIn(visit.Market.Currency) * line.Quantity)}</p></article>
        """);

    // A second variant of a product needs its variant in the name, or two controls would share one.
    private static string NameOf(Visit visit, CartLine line) =>
        visit.Session.Cart.Lines.Count(other => other.Product == line.Product) == 1 ? line.Product.Name : $"{line.Product.Name}, {line.Variant.Name}";

    private static Html Coupon(Visit visit) => visit.Session.Cart.Coupon is { } coupon
        ? Html.Of($"""<p class="applied">Coupon <strong>{coupon.Code}</strong> is applied.</p>""")
        : Html.Of($"""
            <form data-action="/api/cart/coupon" novalidate><div class="joined"><label class="unseen" for="coupon">Coupon code</label><input id="coupon" name="coupon" placeholder="Coupon code" autocomplete="off" required><button class="second">Apply coupon</button></div><p class="problem" role="alert"></p></form>
            """);

    private static Html Sums(Visit visit)
    {
        var totals = Totals.Of(visit.Session.Cart.Lines, visit.Session.Cart.Coupon, null, visit.Market);
        return Html.Of($"""
            <dl class="sums"><dt>Goods</dt><dd id="goods">{visit.Price(totals.Goods)}</dd>
            {Html.When(totals.Discount > 0, () => Html.Of($"""<dt>Discount</dt><dd id="discount">{visit.Price(-totals.Discount)}</dd>"""))}
            <dt class="sum">Cart total</dt><dd class="sum" id="cart-total">{visit.Price(totals.Cart)}</dd></dl>
            <p class="small">Delivery is added in the next steps. Tax included.</p>
            """);
    }
}
