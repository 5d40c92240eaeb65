namespace MicroConvQA.DemoShop.Faults;

/// <summary>All tracking mistakes that the demo shop can make on demand; each touches exactly one thing.</summary>
public static class FaultCatalogue
{
    /// <summary>The faults in the order in which the documentation shows them.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("missing-add-to-cart", "Add to cart is not tracked",
            "Nothing is pushed to the data layer when a product is put into the cart.", "add_to_cart", "missing"),
        new("double-add-to-cart", "Add to cart is sent twice to GA4",
            "The page code calls gtag('event', 'add_to_cart') beside the data-layer push that the tag manager sends.", "add_to_cart", "duplicate"),
        new("missing-parameter", "Begin checkout has no currency",
            "The currency is absent from begin_checkout, everywhere.", "begin_checkout", "missing parameter"),
        new("wrong-currency", "Purchase has the wrong currency",
            "The purchase of an order in euros reports USD (an order in US dollars reports EUR).", "purchase", "wrong parameter"),
        new("string-value", "Add to cart has its value as text",
            "The value of add_to_cart is the string \"1.299,00\" instead of the number 1299.", "add_to_cart", "wrong parameter"),
        new("before-consent", "Mixpanel starts before consent",
            "Mixpanel is initialised at page load without consent, sends its page view ($mp_web_page_view) and then every event.", "*", "before consent"),
        new("phone-only-missing", "Add to cart is not tracked on phones",
            "Nothing is pushed when the sticky bar of the phone layout puts a product into the cart.", "add_to_cart", "missing"),
        new("late-view-item", "View item comes 8 s late",
            "view_item is created 13 s instead of 5 s after the product page was opened, or never when the shopper has left by then.", "view_item", "late"),
        new("late-newsletter-signup", "Newsletter sign-up comes 8 s late",
            "newsletter_signup is created 8 s after the submit, while the page stays.", "newsletter_signup", "late"),
        new("wrong-item-id", "Add to cart names the parent product",
            "The item_id of add_to_cart is the parent id (LAMP-ARC) instead of the variant's SKU (LAMP-ARC-01).", "add_to_cart", "wrong parameter"),
        new("purchase-on-reload", "Purchase is sent again on reload",
            "Every load of the confirmation page pushes the purchase.", "purchase", "duplicate"),
        new("search-without-result-fires", "An empty search is tracked",
            "A search without a result pushes search with results 0.", "search", "unexpected"),
        new("select-item-twice", "Select item is pushed twice",
            "A click on a product of a list pushes select_item twice.", "select_item", "duplicate"),
        new("ga4-only-missing-purchase", "GA4 gets no purchase",
            "The tag manager does not hand the purchase to GA4; the data layer and the other vendors have it.", "purchase", "missing"),
        new("shipping-tier-missing", "The delivery method is not reported",
            "shipping_tier is absent from add_shipping_info.", "add_shipping_info", "missing parameter"),
        new("value-without-shipping", "Purchase value leaves the delivery out",
            "The value of purchase is the order total without the delivery costs that the page shows in it.", "purchase", "wrong parameter"),
        new("email-in-sign-up", "Sign-up carries the e-mail address",
            "sign_up has a parameter user_email with the address that was typed.", "sign_up", "personal data"),
        new("renamed-button", "The cart button has another name",
            "\"Add to cart\" is called \"Add to basket\"; tracking is healthy.", "add_to_cart", "broken"),
    ];

    /// <summary>Finds a fault by its name, or says which name was probably meant.</summary>
    /// <exception cref="UnknownFaultException">The catalogue has no fault of that name.</exception>
    public static Fault Find(string name) =>
        All.FirstOrDefault(fault => fault.Name == name) ?? throw Unknown(name);

    private static UnknownFaultException Unknown(string name) => new(name,
        $"The demo shop has no fault '{name}'. Did you mean '{Nearest(name)}'? It knows: {string.Join(", ", All.Select(fault => fault.Name))}.");

    private static string Nearest(string name) => All.Select(fault => fault.Name).MinBy(known => Distance(name, known))!;

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        foreach (var letter in left)
        {
            var diagonal = row[0]++;
            for (var i = 1; i <= right.Length; i++)
                (diagonal, row[i]) = (row[i], Math.Min(Math.Min(row[i], row[i - 1]) + 1, diagonal + (letter == right[i - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
