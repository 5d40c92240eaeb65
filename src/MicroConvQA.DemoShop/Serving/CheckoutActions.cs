using MicroConvQA.DemoShop.Faults;
using MicroConvQA.DemoShop.Shopping;

namespace MicroConvQA.DemoShop.Serving;

/// <summary>What a shopper does from the cart to the order, and with an account.</summary>
internal static class CheckoutActions
{
    private static readonly (string Field, string Label)[] Required =
    [
        ("first", "first name"),
        ("last", "last name"),
        ("street", "street"),
        ("postcode", "postcode"),
        ("city", "city"),
    ];

    public static ActionReply Begin(Visit visit, IFormCollection form)
    {
        if (visit.Session.Cart.Lines.Count == 0)
            return ActionReply.Refuse("The cart is empty.");

        var times =
            visit.Faults.Has(FaultNames.CheckoutOnCartView) ? 0
            : visit.Session.Account is not null && visit.Faults.Has(FaultNames.BeginCheckoutThrice) ? 3
            : 1;
        return new ActionReply
        {
            Events = [.. Enumerable.Range(0, times).Select(_ => visit.Events.BeginCheckout(visit.Session.Cart))],
            Redirect = "/checkout/address",
        };
    }

    public static ActionReply CompleteAddress(Visit visit, IFormCollection form)
    {
        if (ShopActions.MailProblem(form) is { } problem)
            return problem;
        if (FirstEmpty(form, Required) is { } label)
            return ActionReply.Refuse($"Please enter your {label}.");

        string Field(string name) => form[name].ToString().Trim();
        visit.Session.Address = new Address(
            Field("email"),
            Field("first"),
            Field("last"),
            Field("street"),
            Field("postcode"),
            Field("city"),
            Field("phone")
        );
        return new ActionReply { Events = [visit.Events.AddressCompleted(visit.Session.Account is null)], Redirect = "/checkout/delivery" };
    }

    public static ActionReply ChooseDelivery(Visit visit, IFormCollection form)
    {
        if (DeliveryMethod.Find(form["delivery"].ToString()) is not { } delivery)
            return ActionReply.Refuse("Please choose a delivery.");
        if (visit.Session.Cart.Lines.Count == 0)
            return new ActionReply { Redirect = "/cart" };

        visit.Session.Delivery = delivery;
        return new ActionReply
        {
            Events =
            [
                visit.Faults.Has(FaultNames.DeliveryOnPageView)
                    ? null
                    : visit.Events.AddShippingInfo(visit.Session.Cart, visit.Session.Totals, delivery),
            ],
            Redirect = "/checkout/payment",
        };
    }

    public static ActionReply Pay(Visit visit, IFormCollection form)
    {
        if (PaymentMethod.Find(form["payment"].ToString()) is not { } payment)
            return ActionReply.Refuse("Please choose a payment.");
        if (
            payment.Type == "credit_card"
            && FirstEmpty(form, [("card", "card number"), ("expiry", "expiry date"), ("cvc", "security code")]) is { } label
        )
            return ActionReply.Refuse($"Please enter your {label}.");
        if (visit.Session is not { Address: { } address, Delivery: { } delivery } || visit.Session.Cart.Lines.Count == 0)
            return new ActionReply { Redirect = "/cart" };

        var order = new Order(
            visit.Shop.NextOrderNumber(),
            visit.Market,
            visit.Session.Cart.Lines,
            visit.Session.Cart.Coupon,
            address,
            delivery,
            payment,
            visit.Session.Totals
        );
        var paid =
            visit.Faults.Has(FaultNames.PaymentOnPageView) || visit.Faults.Has(FaultNames.PaymentBeforeClick)
                ? null
                : visit.Events.AddPaymentInfo(order);
        if (payment.Type == PaymentMethod.PayPal)
        {
            visit.Session.Pending = order;
            return new ActionReply
            {
                Events = [paid, visit.Faults.Has(FaultNames.PurchaseOnCancelledPayment) ? visit.Events.Purchase(order) : null],
                Redirect = "/checkout/paypal",
            };
        }

        return Placed(visit, order) with
        {
            Events = [paid],
        };
    }

    public static ActionReply ConfirmPayment(Visit visit, IFormCollection form) =>
        visit.Session.Pending is { } order ? Placed(visit, order) : new ActionReply { Redirect = "/cart" };

    public static ActionReply CancelPayment(Visit visit, IFormCollection form)
    {
        visit.Session.Pending = null;
        return new ActionReply { Redirect = "/checkout/payment" };
    }

    private static ActionReply Placed(Visit visit, Order order)
    {
        visit.Session.Order = order;
        visit.Session.Pending = null;
        visit.Session.PurchaseReported = false;
        visit.Session.Cart = Cart.Empty;
        visit.Session.Delivery = null;
        return new ActionReply { Redirect = "/checkout/thank-you" };
    }

    public static ActionReply CreateAccount(Visit visit, IFormCollection form)
    {
        if (FirstEmpty(form, [("first", "first name"), ("last", "last name"), ("password", "password")]) is { } label)
            return ActionReply.Refuse($"Please enter your {label}.");
        if (ShopActions.MailProblem(form) is { } problem)
            return problem;

        var account = new Account(form["first"]!, form["last"]!, form["email"]!, form["password"]!);
        if (!visit.Shop.TryRegister(account))
            return ActionReply.Refuse("There is an account with this e-mail address. Log in instead.");

        visit.Session.Account = account;
        return new ActionReply { Events = [visit.Events.SignUp(account.Email)], Redirect = "/account" };
    }

    public static ActionReply LogIn(Visit visit, IFormCollection form)
    {
        if (visit.Shop.FindAccount(form["email"].ToString(), form["password"].ToString()) is not { } account)
            return ActionReply.Refuse("This e-mail address and this password do not belong together.");

        visit.Session.Account = account;
        var onTheWayToPay = visit.Session.Cart.Lines.Count > 0;
        return new ActionReply
        {
            Events =
            [
                visit.Events.Login(account.Email),
                visit.Faults.Has(FaultNames.SignUpOnLogin) ? visit.Events.SignUp(account.Email) : null,
            ],
            Redirect =
                onTheWayToPay ? "/checkout/address"
                : visit.Faults.Has(FaultNames.EmailInUrl) ? $"/account?email={Uri.EscapeDataString(account.Email)}"
                : "/account",
        };
    }

    public static ActionReply LogOut(Visit visit, IFormCollection form)
    {
        visit.Session.Account = null;
        return new ActionReply { Redirect = "/account" };
    }

    private static string? FirstEmpty(IFormCollection form, (string Field, string Label)[] fields) =>
        fields.FirstOrDefault(field => string.IsNullOrWhiteSpace(form[field.Field])).Label;
}
