using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.DemoShop.Markets;
using MicroConvQA.DemoShop.Shopping;

namespace MicroConvQA.DemoShop.Tracking;

/// <summary>Builds the data-layer pushes of everything that the server decides, with the faults that the server commits.</summary>
internal sealed class ShopEvents(Market market, FaultSet faults)
{
    private string Currency => market.Currency;

    public JsonObject ViewItemList(Category list, IReadOnlyList<Product> products)
    {
        var items = products.Select((product, index) => ShopItem.InList(product, Currency, list, index + 1)).ToArray();
        var push = Ecommerce("view_item_list", products.Sum(product => product.Default.PriceIn(Currency)), items);
        Describe(push)["item_list_id"] = list.Slug;
        Describe(push)["item_list_name"] = faults.Has(FaultNames.ListNameUndefined) ? "undefined" : list.Name;
        return push;
    }

    public JsonObject SelectItem(Category list, Product product, int index)
    {
        var push = OneProduct("select_item", product, product.Default, ShopItem.InList(product, Currency, list, index));
        Describe(push)["item_list_id"] = list.Slug;
        Describe(push)["item_list_name"] = list.Name;
        return push;
    }

    public JsonObject ViewItem(Product product, Variant variant) =>
        OneProduct("view_item", product, variant, ShopItem.Of(product, variant, Currency));

    public JsonObject AddToWishlist(Product product, Variant variant) =>
        OneProduct("add_to_wishlist", product, variant, ShopItem.Of(product, variant, Currency));

    public JsonObject? Search(string words, int results) =>
        results > 0 || faults.Has(FaultNames.SearchWithoutResultFires)
            ? Plain("search", new() { ["search_term"] = words, ["results"] = results })
            : null;

    public JsonObject? AddToCart(CartLine added, bool fromStickyBar)
    {
        if (fromStickyBar && faults.Has(FaultNames.PhoneOnlyMissing))
            return null;

        var push = Lines(faults.Has(FaultNames.RenamedAddToCart) ? "addToCart" : "add_to_cart", [added], null);
        if (faults.Has(FaultNames.StringValue))
            Describe(push)["value"] = new PriceFormat(market, German: true).Write(ValueOf(push)).Split('\u00a0')[0];
        if (faults.Has(FaultNames.WrongItemId))
            Describe(push)["items"]![0]!["item_id"] = added.Product.Id;
        return push;
    }

    public JsonObject RemoveFromCart(CartLine removed) => Lines("remove_from_cart", [removed], null);

    public JsonObject ViewCart(Cart cart)
    {
        var push = Lines("view_cart", cart.Lines, cart.Coupon);
        if (faults.Has(FaultNames.CurrencyLowerCase))
            Describe(push)["currency"] = Currency.ToLowerInvariant();
        if (faults.Has(FaultNames.ItemsEmpty))
            Describe(push)["items"] = new JsonArray();
        return push;
    }

    public JsonObject CouponApply(Coupon coupon, Totals totals) =>
        Plain(
            "coupon_apply",
            new()
            {
                ["coupon"] = coupon.Code,
                ["discount"] = totals.Discount,
                ["currency"] = Currency,
                ["value"] = totals.Cart,
            }
        );

    public JsonObject BeginCheckout(Cart cart)
    {
        var push = Lines("begin_checkout", cart.Lines, cart.Coupon);
        if (faults.Has(FaultNames.MissingParameter))
            Describe(push).Remove("currency");
        return push;
    }

    public JsonObject AddressCompleted(bool guest) =>
        Plain("address_completed", new() { ["country"] = market.Country, ["checkout_type"] = guest ? "guest" : "account" });

    public JsonObject AddShippingInfo(Cart cart, Totals totals, DeliveryMethod delivery)
    {
        var push = Checkout("add_shipping_info", cart.Lines, cart.Coupon, totals);
        if (!faults.Has(FaultNames.ShippingTierMissing))
            Describe(push)["shipping_tier"] = delivery.Tier;
        return push;
    }

    public JsonObject AddPaymentInfo(Order order) => AddPaymentInfo(order.Lines, order.Coupon, order.Totals, order.Payment);

    public JsonObject AddPaymentInfo(IReadOnlyList<CartLine> lines, Coupon? coupon, Totals totals, PaymentMethod payment)
    {
        var push = Checkout("add_payment_info", lines, coupon, totals);
        Describe(push)["payment_type"] = payment.Type;
        return push;
    }

    public JsonObject Purchase(Order order)
    {
        var push = Checkout("purchase", order.Lines, order.Coupon, order.Totals);
        var ecommerce = Describe(push);
        ecommerce["transaction_id"] = order.Number;
        ecommerce["tax"] = order.Totals.Tax;
        ecommerce["shipping"] = order.Totals.Shipping;
        ecommerce["payment_type"] = order.Payment.Type;
        if (faults.Has(FaultNames.TransactionIdMissing))
            ecommerce.Remove("transaction_id");
        return push;
    }

    public JsonObject SignUp(string email)
    {
        var push = Plain("sign_up", new() { ["method"] = "email" });
        if (faults.Has(FaultNames.EmailInSignUp))
            push["user_email"] = email;
        return push;
    }

    public JsonObject Login(string email)
    {
        var push = Plain("login", new() { ["method"] = "email" });
        if (faults.Has(FaultNames.HashedEmailInLogin))
            push["user_id"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email)));
        return push;
    }

    public JsonObject SmsSignup(string phone)
    {
        var push = Plain("sms_signup", new() { ["method"] = "page" });
        if (faults.Has(FaultNames.PhoneInSmsSignup))
            push["form_phone"] = phone;
        if (faults.Has(FaultNames.TooManyParameters))
            foreach (var number in Enumerable.Range(1, 28))
                push[$"form_field_{number}"] = "";
        return push;
    }

    public JsonObject StoreLocator(string city, int results)
    {
        var push = Plain("store_locator", new() { ["results"] = results, ["country"] = market.Country });
        if (faults.Has(FaultNames.ReservedParameter))
            push["google_city"] = city;
        return push;
    }

    public static JsonObject Plain(string name, JsonObject parameters)
    {
        var push = new JsonObject { ["event"] = name };
        foreach (var (key, value) in parameters)
            push[key] = value?.DeepClone();
        return push;
    }

    private JsonObject OneProduct(string name, Product product, Variant variant, JsonObject item) =>
        Ecommerce(name, product.Find(variant.Sku)!.PriceIn(Currency), [item]);

    private JsonObject Lines(string name, IReadOnlyList<CartLine> lines, Coupon? coupon) =>
        Checkout(name, lines, coupon, Totals.Of(lines, coupon, null, market));

    private JsonObject Checkout(string name, IReadOnlyList<CartLine> lines, Coupon? coupon, Totals totals)
    {
        var push = Ecommerce(name, totals.Total, [.. lines.Select(line => ShopItem.Of(line, Currency))]);
        if (coupon is null)
            return push;
        Describe(push)["coupon"] = coupon.Code;
        Describe(push)["discount"] = totals.Discount;
        return push;
    }

    private JsonObject Ecommerce(string name, decimal value, JsonObject[] items) =>
        new()
        {
            ["event"] = name,
            ["ecommerce"] = new JsonObject
            {
                ["currency"] = Currency,
                ["value"] = value,
                ["items"] = new JsonArray([.. items]),
            },
        };

    private static JsonObject Describe(JsonObject push) => (JsonObject)push["ecommerce"]!;

    private static decimal ValueOf(JsonObject push) => Describe(push)["value"]!.GetValue<decimal>();
}
