using System.Text.Json.Nodes;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.DemoShop.Markets;
using MicroConvQA.DemoShop.Serving;
using MicroConvQA.DemoShop.Shopping;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>The three steps of the checkout and the confirmation.</summary>
internal static class CheckoutPages
{
    private static readonly string[] Steps = ["Address", "Delivery", "Payment"];

    public static PageReply Address(Visit visit) => Step(visit, 0, Html.Of($"""
        {Html.When(visit.Session.Account is null, () => Html.Of($"""<p class="small">You are buying as a guest. <a href="/account">Log in instead</a></p>"""))}
        <form data-action="/api/checkout/address" class="fields" novalidate>
        {Field("E-mail", "email", "email", "email", Known(visit).Email)}
        {Field("First name", "first", "text", "given-name", Known(visit).FirstName, half: true)}{Field("Last name", "last", "text", "family-name", Known(visit).LastName, half: true)}
        {Field("Street", "street", "text", "street-address", Known(visit).Street)}
        {Field("Postcode", "postcode", "text", "postal-code", Known(visit).Postcode, half: true)}{Field("City", "city", "text", "address-level2", Known(visit).City, half: true)}
        {Field("Phone", "phone", "tel", "tel", Known(visit).Phone, required: false)}
        <p class="problem" role="alert"></p><button class="wide">Continue</button></form>
        """));

    public static PageReply Delivery(Visit visit) => Step(visit, 1, Html.Of($"""
        <form data-action="/api/checkout/delivery" class="fields" novalidate>
        <fieldset class="options"><legend class="unseen">Delivery</legend>{Html.Each(DeliveryMethod.All, method => Option("delivery", method.Tier, method.Name, method.Promise, visit.Price(method.Costs(visit.Market)), method == Chosen(visit), TotalWith(visit, method)))}</fieldset>
        <p class="problem" role="alert"></p><button class="wide">Continue</button></form>
        """), Chosen(visit)) with
    {
        OnLoad =
        [
            visit.Faults.Has(FaultNames.DeliveryOnPageView)
                ? visit.Events.AddShippingInfo(visit.Session.Cart, TotalsWith(visit, Chosen(visit)), Chosen(visit))
                : null,
        ],
    };

    public static PageReply Payment(Visit visit) => Step(visit, 2, Html.Of($"""
        <form data-action="/api/checkout/payment" class="fields" novalidate>
        <fieldset class="options"><legend class="unseen">Payment</legend>{Html.Each(PaymentMethod.All, method => Option("payment", method.Type, method.Name, method.Explanation, "", method == PaymentMethod.All[0], ""))}</fieldset>
        <div id="card-fields" hidden>{Field("Card number", "card", "text", "cc-number", "")}{Field("Expiry date", "expiry", "text", "cc-exp", "", half: true)}{Field("Security code", "cvc", "text", "cc-csc", "", half: true)}</div>
        <p class="problem" role="alert"></p><button class="wide"{(WakesLate(visit) ? new Html(" disabled") : Html.Empty)}>Pay now</button></form>
        {Html.When(WakesLate(visit), () => Html.Of($"""<script type="application/json" id="waking">{new Html(PaidByFirst(visit)!.ToJsonString())}</script>"""))}
        """), visit.Session.Delivery) with
    {
        OnLoad = [visit.Faults.Has(FaultNames.PaymentOnPageView) ? PaidByFirst(visit) : null],
    };

    private static bool WakesLate(Visit visit) => visit.Faults.Has(FaultNames.PaymentBeforeClick);

    private static JsonObject? PaidByFirst(Visit visit) =>
        visit.Events.AddPaymentInfo(visit.Session.Cart.Lines, visit.Session.Cart.Coupon, visit.Session.Totals, PaymentMethod.All[0]);

    /// <summary>Where PayPal would ask; here the shop does, so that a payment can be cancelled.</summary>
    public static PageReply PayPal(Visit visit, Order order) => new("PayPal", Html.Of($"""
        <div class="form-page"><h1>Pay with PayPal?</h1><p class="lead">{visit.Price(order.Totals.Total)} to Lumen Home. This is a demo: no money moves.</p>
        <form data-action="/api/checkout/confirm"><button class="wide">Confirm payment</button></form>
        <form data-action="/api/checkout/cancel"><button class="second">Cancel payment</button></form></div>
        """)) { Checkout = true };

    public static PageReply Confirmation(Visit visit, Order order, bool report) => new("Thank you", Html.Of($"""
        <div class="thanks"><p class="eyebrow">Order <span id="order-number">{order.Number}</span></p><h1>Thank you, {order.Address.FirstName}.</h1>
        <p class="lead">We have your order and start packing. You chose {order.Payment.Name} and {order.Delivery.Name} ({order.Delivery.Promise}).</p>
        <div class="summary">{Lines(visit.Prices with { Market = order.Market }, order.Lines)}{Sums(visit.Prices with { Market = order.Market }, order.Totals)}</div>
        <a class="button" href="/">Back to the shop</a></div>
        """))
    {
        Checkout = true,
        OnLoad = [report ? visit.Events.Purchase(order) : null],
    };

    private static PageReply Step(Visit visit, int step, Html form, DeliveryMethod? delivery = null) => new(Steps[step], Html.Of($"""
        <ol class="steps" aria-label="Steps">{Html.Each(Steps.Index(), entry => Html.Of($"""<li class="{(entry.Index < step ? "done" : entry.Index == step ? "now" : "next")}"{(entry.Index == step ? new Html(" aria-current=\"step\"") : Html.Empty)}>{entry.Item}</li>"""))}</ol>
        <div class="cart"><div><h1>{Steps[step]}</h1>{form}</div>
        <aside class="summary" aria-label="Your order"><h2>Your order</h2>{Lines(visit.Prices, visit.Session.Cart.Lines)}{Sums(visit.Prices, Totals.Of(visit.Session.Cart.Lines, visit.Session.Cart.Coupon, delivery, visit.Market))}</aside></div>
        """)) { Checkout = true };

    private static DeliveryMethod Chosen(Visit visit) => visit.Session.Delivery ?? DeliveryMethod.All[0];

    private static string TotalWith(Visit visit, DeliveryMethod method) => visit.Price(TotalsWith(visit, method).Total);

    private static Totals TotalsWith(Visit visit, DeliveryMethod method) =>
        Totals.Of(visit.Session.Cart.Lines, visit.Session.Cart.Coupon, method, visit.Market);

    private static Address Known(Visit visit) => visit.Session.Address
        ?? new Address(visit.Session.Account?.Email ?? "", visit.Session.Account?.FirstName ?? "", visit.Session.Account?.LastName ?? "", "", "", "", "");

    private static Html Option(
        string name, string value, string label, string explanation, string price, bool selected, string total) => Html.Of($"""
        <div class="option"><input type="radio" id="{value}" name="{name}" value="{value}" data-total="{total}" data-price="{price}"{(selected ? new Html(" checked") : Html.Empty)}><label for="{value}">{label}</label><span class="small">{explanation}</span><span>{price}</span></div>
        """);

    private static Html Lines(PriceFormat prices, IReadOnlyList<CartLine> lines) => Html.Of($"""
        <ul class="small-lines">{Html.Each(lines, line => Line(prices, line))}</ul>
        """);

    private static Html Line(PriceFormat prices, CartLine line)
    {
        var sum = prices.Write(line.Variant.PriceIn(prices.Market.Currency) * line.Quantity);
        return Html.Of($"""<li><span>{line.Quantity} × {line.Product.Name}, {line.Variant.Name}</span><span>{sum}</span></li>""");
    }

    private static Html Sums(PriceFormat prices, Totals totals) => Html.Of($"""
        <dl class="sums"><dt>Goods</dt><dd id="goods">{prices.Write(totals.Goods)}</dd>
        {Html.When(totals.Discount > 0, () => Html.Of($"""<dt>Discount</dt><dd id="discount">{prices.Write(-totals.Discount)}</dd>"""))}
        <dt>Delivery</dt><dd id="shipping">{prices.Write(totals.Shipping)}</dd>
        <dt class="sum">Total</dt><dd class="sum" id="total">{prices.Write(totals.Total)}</dd></dl>
        <p class="small">Tax included.</p>
        """);

    internal static Html Field(
        string label, string name, string type, string autocomplete, string value, bool half = false, bool required = true) => Html.Of($"""
        <div class="field{(half ? " half" : "")}"><label for="{name}">{label}</label><input id="{name}" name="{name}" type="{type}" autocomplete="{autocomplete}" value="{value}"{(required ? new Html(" required") : Html.Empty)}></div>
        """);
}
