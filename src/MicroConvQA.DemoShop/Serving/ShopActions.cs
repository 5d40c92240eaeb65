using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.DemoShop.Pages;
using MicroConvQA.DemoShop.Shopping;
using MicroConvQA.DemoShop.Tracking;

namespace MicroConvQA.DemoShop.Serving;

/// <summary>What a shopper can do outside the checkout.</summary>
internal static partial class ShopActions
{
    public static ActionReply AddToCart(Visit visit, IFormCollection form)
    {
        var sku = form["sku"].ToString();
        if (ProductCatalog.FindBySku(sku) is not { SoldOut: false } product)
            return ActionReply.Refuse("This product cannot be bought at the moment.");

        var cart = visit.Session.Cart;
        var variant = product.Find(sku)!;
        var had = cart.Find(sku)?.Quantity ?? 0;
        visit.Session.Cart = cart.With(product, variant, had + QuantityOf(form));
        var added = visit.Session.Cart.Find(sku)!.Quantity - had;
        if (added == 0)
            return ActionReply.Refuse($"More than {Cart.MostOfOne} of one product do not fit into the van.");

        return new ActionReply
        {
            Events =
            [
                visit.Events.AddToCart(new CartLine(product, variant, added), form["placement"] == "bar"),
                visit.Faults.Has(FaultNames.ViewCartOnAdd) ? visit.Events.ViewCart(visit.Session.Cart) : null,
                visit.Faults.Has(FaultNames.PurchaseOnAddToCart)
                    ? visit.Events.Purchase(Order.Imagined(visit.Session, visit.Market))
                    : null,
            ],
            Message = $"{product.Name} is in your cart.",
            CartCount = visit.Session.Cart.Pieces,
        };
    }

    public static ActionReply ChangeQuantity(Visit visit, IFormCollection form)
    {
        if (visit.Session.Cart.Find(form["sku"].ToString()) is not { } line)
            return ActionReply.Refuse("This product is no longer in the cart.");

        visit.Session.Cart = visit.Session.Cart.With(line.Product, line.Variant, QuantityOf(form));
        var change = (visit.Session.Cart.Find(line.Variant.Sku)?.Quantity ?? 0) - line.Quantity;
        return CartChanged(
            visit,
            change switch
            {
                > 0 => visit.Events.AddToCart(line with { Quantity = change }, fromStickyBar: false),
                < 0 => visit.Events.RemoveFromCart(line with { Quantity = -change }),
                _ => null,
            }
        );
    }

    public static ActionReply RemoveFromCart(Visit visit, IFormCollection form)
    {
        if (visit.Session.Cart.Find(form["sku"].ToString()) is not { } line)
            return ActionReply.Refuse("This product is no longer in the cart.");

        visit.Session.Cart = visit.Session.Cart.With(line.Product, line.Variant, 0);
        return CartChanged(visit, visit.Events.RemoveFromCart(line)) with { Message = $"{line.Product.Name} is out of your cart." };
    }

    public static ActionReply ApplyCoupon(Visit visit, IFormCollection form)
    {
        if (Coupon.Find(form["coupon"].ToString()) is not { } coupon)
            return ActionReply.Refuse("We do not know this code.");

        visit.Session.Cart = visit.Session.Cart with { Coupon = coupon };
        var totals = Totals.Of(visit.Session.Cart.Lines, coupon, null, visit.Market);
        return CartChanged(visit, visit.Events.CouponApply(coupon, totals)) with { Message = $"{coupon.Code} is applied." };
    }

    public static ActionReply ToggleWish(Visit visit, IFormCollection form)
    {
        var product = ProductCatalog.FindBySku(form["sku"].ToString())!;
        return visit.Session.ToggleWish(product.Id)
            ? new ActionReply
            {
                Events = [visit.Events.AddToWishlist(product, product.Find(form["sku"])!)],
                Message = $"{product.Name} is on your wishlist.",
            }
            : new ActionReply { Message = $"{product.Name} is off your wishlist." };
    }

    public static ActionReply ToggleComparison(Visit visit, IFormCollection form)
    {
        var product = ProductCatalog.FindBySku(form["sku"].ToString())!;
        var added = visit.Session.ToggleComparison(product.Id);
        var push = ShopEvents.Plain(
            "compare",
            new()
            {
                ["item_id"] = form["sku"].ToString(),
                ["item_name"] = product.Name,
                ["compared"] = visit.Session.Compared.Count,
            }
        );
        return added
            ? new ActionReply { Events = [push], Message = $"{product.Name} is in your comparison." }
            : new ActionReply
            {
                Events = [visit.Faults.Has(FaultNames.CompareOnRemoval) ? push : null],
                Message = $"{product.Name} is out of your comparison.",
            };
    }

    public static ActionReply EstimateDelivery(Visit visit, IFormCollection form)
    {
        var postcode = form["postcode"].ToString().Trim();
        if (!PostcodePattern().IsMatch(postcode))
            return ActionReply.Refuse("Please enter a postcode of five digits.");

        // A believable rule without a carrier: every postal region has its own distance.
        var days = 2 + (postcode[0] - '0') % 3;
        return new ActionReply
        {
            Events =
            [
                ShopEvents.Plain(
                    "delivery_estimate",
                    new()
                    {
                        ["item_id"] = form["sku"].ToString(),
                        ["delivery_days"] = days,
                        ["country"] = visit.Market.Country,
                    }
                ),
            ],
            Replace = new Dictionary<string, Html> { ["estimate"] = Html.Of($"With you in {days} working days.") },
        };
    }

    public static ActionReply FindStores(Visit visit, IFormCollection form)
    {
        var city = form["city"].ToString().Trim();
        if (city.Length == 0)
            return ActionReply.Refuse("Please enter a city.");

        var stores = Store.Near(city);
        return new ActionReply
        {
            Events = [visit.Events.StoreLocator(city, stores.Count)],
            Replace = new Dictionary<string, Html> { [StorePage.ListId] = StorePage.List(stores) },
        };
    }

    public static ActionReply AlertWhenBack(Visit visit, IFormCollection form) =>
        MailProblem(form)
        ?? new ActionReply
        {
            Events =
            [
                ShopEvents.Plain(
                    "back_in_stock_alert",
                    new() { ["item_id"] = form["sku"].ToString(), ["item_name"] = ProductCatalog.FindBySku(form["sku"])!.Name }
                ),
            ],
            Message = "We will write to you once, when it is back.",
        };

    public static ActionReply SubscribeToNewsletter(Visit visit, IFormCollection form) =>
        MailProblem(form)
        ?? new ActionReply
        {
            Events = [ShopEvents.Plain("newsletter_signup", new() { ["method"] = form["method"].ToString() })],
            Message = "Welcome. The first letter is on its way.",
        };

    public static ActionReply SignUpForSms(Visit visit, IFormCollection form) =>
        PhonePattern().IsMatch(form["phone"].ToString())
            ? new ActionReply { Events = [visit.Events.SmsSignup(form["phone"].ToString())], Message = "Done. We will be brief." }
            : ActionReply.Refuse("Please enter a phone number with at least six digits.");

    internal static ActionReply? MailProblem(IFormCollection form) =>
        MailPattern().IsMatch(form["email"].ToString()) ? null : ActionReply.Refuse("Please enter an e-mail address.");

    private static ActionReply CartChanged(Visit visit, JsonObject? push) =>
        new()
        {
            Events = [push],
            CartCount = visit.Session.Cart.Pieces,
            Replace = new Dictionary<string, Html> { [CartPage.BodyId] = CartPage.Body(visit) },
        };

    private static int QuantityOf(IFormCollection form) =>
        int.TryParse(form["quantity"], out var quantity) ? Math.Clamp(quantity, 1, Cart.MostOfOne) : 1;

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex MailPattern();

    [GeneratedRegex(@"^\d{5}$")]
    private static partial Regex PostcodePattern();

    [GeneratedRegex(@"^[+\d][\d\s/()-]{5,}$")]
    private static partial Regex PhonePattern();
}
