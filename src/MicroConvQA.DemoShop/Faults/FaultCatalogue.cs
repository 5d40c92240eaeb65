namespace MicroConvQA.DemoShop.Faults;

/// <summary>
/// All tracking mistakes that the demo shop can make on demand; each touches exactly one thing. No finding has more than four of them.
/// </summary>
internal static class FaultCatalogue
{
    /// <summary>The faults in the order in which the documentation shows them.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new(
            "renamed-add-to-cart",
            "Add to cart has another name",
            "add_to_cart is pushed as addToCart, which no trigger knows; every vendor gets it under that name.",
            "add_to_cart",
            "missing"
        ),
        new(
            "phone-only-missing",
            "Add to cart is not tracked on phones",
            "Nothing is pushed when the sticky bar of the phone layout puts a product into the cart.",
            "add_to_cart",
            "missing"
        ),
        new(
            "lost-on-navigation",
            "Begin checkout is lost when the page is left",
            "The GA4 tag of begin_checkout waits for an answer that the page, which goes on at once, never sees.",
            "begin_checkout",
            "missing"
        ),
        new(
            "wrong-measurement-id",
            "Purchase goes to another property",
            "The purchase is sent to the GA4 property of the staging shop (G-LUMENSTAGE1).",
            "purchase",
            "missing"
        ),
        new(
            "double-add-to-cart",
            "Add to cart is sent twice to GA4",
            "The page code calls gtag('event', 'add_to_cart') beside the data-layer push that the tag manager sends.",
            "add_to_cart",
            "duplicate"
        )
        {
            Reported = "webhasan/gtm-datalayer-for-shopify#1",
        },
        new(
            "two-containers",
            "Two containers on one page",
            "An agency's container stands beside the shop's own, and both send variant_select to the same GA4 property.",
            "variant_select",
            "duplicate"
        ),
        new(
            "begin-checkout-thrice",
            "Begin checkout three times for who is logged in",
            "For a shopper with an account begin_checkout is pushed three times.",
            "begin_checkout",
            "duplicate"
        )
        {
            Reported = "yireo/Yireo_GoogleTagManager2#308",
        },
        new(
            "view-item-twice",
            "View item twice where a variant is preselected",
            "view_item is pushed for the product and once more for its preselected variant.",
            "view_item",
            "duplicate"
        )
        {
            Reported = "duracelltomi/gtm4wp#98",
        },
        new(
            "string-value",
            "Add to cart has its value as text",
            "The value of add_to_cart is the string \"1.299,00\" instead of the number 1299.",
            "add_to_cart",
            "wrong parameter"
        )
        {
            Reported = "shopware/shopware#18599",
        },
        new(
            "wrong-item-id",
            "Add to cart names the parent product",
            "The item_id of add_to_cart is the parent id (LAMP-ARC) instead of the variant's SKU (LAMP-ARC-01).",
            "add_to_cart",
            "wrong parameter"
        )
        {
            Reported = "woocommerce/google-listings-and-ads#3290",
        },
        new(
            "currency-lower-case",
            "View cart has its currency in lower case",
            "The currency of view_cart is eur.",
            "view_cart",
            "wrong parameter"
        ),
        new(
            "stale-items",
            "Select item brings the list along",
            "The ecommerce object is not cleared, so the vendors get select_item with the products of view_item_list behind its own.",
            "select_item",
            "wrong parameter"
        )
        {
            Reported = "duracelltomi/gtm4wp#280",
            Besides = "inconsistent",
        },
        new(
            "list-name-undefined",
            "The list is called undefined",
            "item_list_name of view_item_list is the text undefined, because a variable of the page was empty.",
            "view_item_list",
            "wrong parameter"
        ),
        new(
            "missing-parameter",
            "Begin checkout has no currency",
            "The currency is absent from begin_checkout, everywhere.",
            "begin_checkout",
            "missing parameter"
        )
        {
            Reported = "tlamedia/gtm-kit#105",
        },
        new(
            "shipping-tier-missing",
            "The delivery method is not reported",
            "shipping_tier is absent from add_shipping_info.",
            "add_shipping_info",
            "missing parameter"
        ),
        new(
            "transaction-id-missing",
            "Purchase has no transaction id",
            "transaction_id is absent from purchase.",
            "purchase",
            "missing parameter"
        )
        {
            Reported = "woocommerce/woocommerce-google-analytics-integration#387",
        },
        new("items-empty", "View cart has no items", "The items of view_cart are an empty list.", "view_cart", "missing parameter")
        {
            Reported = "yireo/Yireo_GoogleTagManager2#244",
        },
        new(
            "search-without-result-fires",
            "An empty search is tracked",
            "A search without a result pushes search with results 0.",
            "search",
            "unexpected"
        ),
        new(
            "view-cart-on-add",
            "View cart fires although the cart stays closed",
            "view_cart is pushed with every add_to_cart.",
            "view_cart",
            "unexpected"
        )
        {
            Reported = "yireo/Yireo_GoogleTagManager2#139",
        },
        new(
            "signup-of-refused-form",
            "A refused newsletter form is tracked",
            "newsletter_signup is pushed when the form is sent, also where the shop refuses the address.",
            "newsletter_signup",
            "unexpected"
        ),
        new(
            "compare-on-removal",
            "Taking a product out of the comparison is tracked",
            "compare is pushed when a product is taken out again.",
            "compare",
            "unexpected"
        ),
        new(
            "purchase-on-reload",
            "Purchase is sent again on reload",
            "Every load of the confirmation page pushes the purchase.",
            "purchase",
            "forbidden"
        )
        {
            Reported = "shopware/shopware#1586",
        },
        new(
            "purchase-on-cancelled-payment",
            "Purchase is sent although the payment is cancelled",
            "The purchase is pushed when the shopper is sent to PayPal, before the payment is confirmed or cancelled there.",
            "purchase",
            "forbidden"
        )
        {
            Reported = "yireo/Yireo_GoogleTagManager2#227",
        },
        new(
            "purchase-on-add-to-cart",
            "Purchase is sent when a product is put into the cart",
            "The trigger of purchase is too wide: it is pushed with add_to_cart too.",
            "purchase",
            "forbidden"
        ),
        new("sign-up-on-login", "Every log-in is a sign-up", "sign_up is pushed with login.", "sign_up", "forbidden"),
        new(
            "checkout-on-cart-view",
            "Begin checkout when the cart is shown",
            "begin_checkout is pushed when the cart opens and not when its button is pressed.",
            "begin_checkout",
            "out of order"
        ),
        new(
            "delivery-on-page-view",
            "Delivery chosen when it is offered",
            "add_shipping_info is pushed when the delivery page opens and not when a delivery is chosen.",
            "add_shipping_info",
            "out of order"
        ),
        new(
            "payment-on-page-view",
            "Payment chosen when it is offered",
            "add_payment_info is pushed when the payment page opens and not when it is paid.",
            "add_payment_info",
            "out of order"
        ),
        new(
            "payment-before-click",
            "Payment chosen while its button wakes up",
            "add_payment_info is pushed 600 ms after the payment page was opened, when its button does not work yet, and not when it is paid.",
            "add_payment_info",
            "out of order"
        ),
        new(
            "late-view-item",
            "View item comes 8 s late",
            "view_item is created 13 s instead of 5 s after the product page was opened, or never when the shopper has left by then.",
            "view_item",
            "late"
        ),
        new(
            "late-newsletter-signup",
            "Newsletter sign-up comes 8 s late",
            "newsletter_signup is created 8 s after the submit, while the page stays.",
            "newsletter_signup",
            "late"
        ),
        new(
            "late-coupon",
            "Coupon applied comes 8 s late",
            "coupon_apply is created 8 s after the code was taken, while the page stays.",
            "coupon_apply",
            "late"
        ),
        new(
            "late-store-search",
            "Find a store comes 8 s late",
            "store_locator is created 8 s after the search, while the page stays.",
            "store_locator",
            "late"
        ),
        new(
            "before-consent",
            "Mixpanel starts before consent",
            "Mixpanel is initialised at page load without consent, sends its page view ($mp_web_page_view) and then every event.",
            "*",
            "before consent"
        )
        {
            Reported = "andrezimpel/gatsby-plugin-gdpr-cookies#66",
        },
        new(
            "snowplow-before-consent",
            "Snowplow starts before consent",
            "Snowplow is initialised at page load without consent and gets every event.",
            "*",
            "before consent"
        )
        {
            Reported = "AFP-Medialab/verification-plugin#252",
        },
        new(
            "consent-granted-by-default",
            "Consent is granted by default",
            "The consent default says granted, so GA4 is told of a consent that nobody gave.",
            "*",
            "before consent"
        ),
        new(
            "consent-after-config",
            "The consent default comes after the configuration",
            "GA4 is configured, and sends its page view, before the consent default is set.",
            "*",
            "before consent"
        )
        {
            Reported = "orestbida/cookieconsent#751",
        },
        new(
            "mixpanel-ignores-refusal",
            "Mixpanel does not mind a refusal",
            "Mixpanel starts as soon as the consent question is answered, whatever the answer is.",
            "*",
            "against consent"
        )
        {
            Reported = "andrezimpel/gatsby-plugin-gdpr-cookies#66",
        },
        new(
            "snowplow-ignores-refusal",
            "Snowplow does not mind a refusal",
            "Snowplow starts as soon as the consent question is answered, whatever the answer is.",
            "*",
            "against consent"
        )
        {
            Reported = "Automattic/jetpack#50602",
        },
        new(
            "consent-update-lost",
            "The consent update does not reach GA4",
            "GA4 is not told of the answer, so its hits go on saying that consent is denied.",
            "*",
            "against consent"
        )
        {
            Reported = "bitrise-io/devcenter#645",
        },
        new(
            "consent-update-reversed",
            "A refusal is passed on as consent",
            "GA4 is told that consent is granted when it is refused.",
            "*",
            "against consent"
        ),
        new(
            "email-in-sign-up",
            "Sign-up carries the e-mail address",
            "sign_up has a parameter user_email with the address that was typed.",
            "sign_up",
            "personal data"
        ),
        new(
            "email-in-url",
            "The e-mail address stands in the page's URL",
            "A log-in leads to /account?email=…, and every vendor is told the page's address.",
            "*",
            "personal data"
        )
        {
            Reported = "PrestaShop/PrestaShop#13911",
        },
        new(
            "hashed-email-in-login",
            "Log-in carries the address as a digest",
            "login has a parameter user_id with the SHA-256 of the e-mail address.",
            "login",
            "personal data"
        ),
        new(
            "phone-in-sms-signup",
            "SMS sign-up carries the phone number",
            "sms_signup has a parameter form_phone with the number that was typed.",
            "sms_signup",
            "personal data"
        ),
        new(
            "stale-event-data",
            "GA4 gets add to cart with the product of before",
            "The data layer is pushed after the tag fired: GA4's add_to_cart has the items of the ecommerce event before it.",
            "add_to_cart",
            "inconsistent"
        ),
        new(
            "quantity-always-one",
            "GA4 is always told one piece",
            "The quantity of every item of begin_checkout is 1 at GA4, whatever is in the cart.",
            "begin_checkout",
            "inconsistent"
        )
        {
            Reported = "pimcore/pimcore#6461",
        },
        new(
            "net-value-at-mixpanel",
            "Mixpanel gets the value without tax",
            "The value of add_payment_info is net at Mixpanel and gross everywhere else.",
            "add_payment_info",
            "inconsistent"
        )
        {
            Reported = "woocommerce/woocommerce-google-analytics-integration#642",
        },
        new(
            "random-transaction-id",
            "GA4 gets a random transaction id",
            "The transaction_id of purchase is a random one at GA4.",
            "purchase",
            "inconsistent"
        )
        {
            Reported = "shopware/shopware#1586",
        },
        new(
            "object-as-body",
            "Plausible is sent [object Object]",
            "The body of content_download is an object that was joined to a text instead of JSON.",
            "content_download",
            "undecodable"
        ),
        new("broken-base64", "Mixpanel is sent half an event", "The base64 text of read_more is cut off.", "read_more", "undecodable"),
        new(
            "cut-body",
            "Snowplow is sent half an event",
            "The body of store_locator ends in the middle of its JSON.",
            "store_locator",
            "undecodable"
        ),
        new(
            "proxy-refuses-select-item",
            "The shop's own proxy refuses select item",
            "Plausible is sent by way of the shop, whose firewall takes Select Item for SQL and answers 403.",
            "select_item",
            "rejected"
        ),
        new(
            "collector-refuses-lists",
            "The collector refuses lists",
            "Snowplow's collector on the shop's own host answers 400 to view_item_list, because its validation knows no lists.",
            "view_item_list",
            "rejected"
        ),
        new(
            "plausible-minds-robots",
            "Plausible sends nothing from robots",
            "Plausible's tag sends nothing where navigator.webdriver is true, as its script does on every host but localhost.",
            "*",
            "suppressed"
        ),
        new(
            "long-parameter-name",
            "A parameter's name is too long for GA4",
            "content_download has a parameter whose name has 55 characters; GA4 takes 40.",
            "content_download",
            "vendor limit"
        ),
        new(
            "long-parameter-value",
            "A parameter's value is too long for GA4",
            "read_more carries the first 180 characters of the text; GA4 takes 100.",
            "read_more",
            "vendor limit"
        ),
        new(
            "too-many-parameters",
            "Too many parameters for GA4",
            "sms_signup has 28 parameters more; GA4 takes 25.",
            "sms_signup",
            "vendor limit"
        ),
        new(
            "reserved-parameter",
            "A parameter has a name that GA4 keeps for itself",
            "store_locator has a parameter google_city.",
            "store_locator",
            "vendor limit"
        ),
        new(
            "renamed-button",
            "The cart button has another name",
            "\"Add to cart\" is called \"Add to basket\"; tracking is healthy.",
            "add_to_cart",
            "broken"
        ),
        new(
            "checkout-closed",
            "The checkout cannot be reached",
            "The button Checkout is disabled; tracking is healthy.",
            "begin_checkout",
            "broken"
        ),
    ];

    /// <summary>Finds a fault by its name, or says which name was probably meant.</summary>
    /// <exception cref="UnknownFaultException">The catalogue has no fault of that name.</exception>
    public static Fault Find(string name) => All.FirstOrDefault(fault => fault.Name == name) ?? throw Unknown(name);

    private static UnknownFaultException Unknown(string name) =>
        new(
            name,
            $"The demo shop has no fault '{name}'. Did you mean '{Nearest(name)}'? It knows: {string.Join(", ", All.Select(fault => fault.Name))}."
        );

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

/// <summary>Thrown when the shop is asked for a fault that the catalogue lacks.</summary>
internal sealed class UnknownFaultException(string name, string message) : ArgumentException(message)
{
    /// <summary>The name as it was written.</summary>
    public string Name { get; } = name;
}
