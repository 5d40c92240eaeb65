namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>What each vendor calls a conversion; written out here, independently of the shop's own table.</summary>
internal sealed record VendorNames(string Plausible, string Mixpanel, string Snowplow)
{
    public static IReadOnlyDictionary<string, VendorNames> Of { get; } =
        new Dictionary<string, VendorNames>
        {
            ["view_item_list"] = new("View Item List", "Viewed Item List", "list_view"),
            ["select_item"] = new("Select Item", "Selected Item", "list_click"),
            ["view_item"] = new("View Item", "Viewed Item", "product_view"),
            ["image_zoom"] = new("Image Zoom", "Zoomed Image", "image_zoom"),
            ["gallery_scroll"] = new("Gallery Scroll", "Scrolled Gallery", "gallery_scroll"),
            ["size_guide_open"] = new("Size Guide Open", "Opened Size Guide", "size_guide_open"),
            ["variant_select"] = new("Variant Select", "Selected Variant", "variant_select"),
            ["review_read"] = new("Review Read", "Read Review", "review_read"),
            ["video_play"] = new("Video Play", "Played Video", "video_play"),
            ["read_more"] = new("Read More", "Read More", "read_more"),
            ["search"] = new("Search", "Searched", "search"),
            ["filter"] = new("Filter", "Filtered", "filter"),
            ["sort"] = new("Sort", "Sorted", "sort"),
            ["add_to_wishlist"] = new("Add To Wishlist", "Added To Wishlist", "add_to_wishlist"),
            ["compare"] = new("Compare", "Compared", "compare"),
            ["add_to_cart"] = new("Add To Cart", "Added To Cart", "add_to_cart"),
            ["remove_from_cart"] = new("Remove From Cart", "Removed From Cart", "remove_from_cart"),
            ["view_cart"] = new("View Cart", "Viewed Cart", "view_cart"),
            ["coupon_apply"] = new("Coupon Apply", "Applied Coupon", "coupon_apply"),
            ["delivery_estimate"] = new("Delivery Estimate", "Estimated Delivery", "delivery_estimate"),
            ["store_locator"] = new("Store Locator", "Located Store", "store_locator"),
            ["back_in_stock_alert"] = new("Back In Stock Alert", "Requested Back In Stock Alert", "back_in_stock_alert"),
            ["newsletter_signup"] = new("Newsletter Signup", "Signed Up For Newsletter", "newsletter_signup"),
            ["sms_signup"] = new("SMS Signup", "Signed Up For SMS", "sms_signup"),
            ["sign_up"] = new("Sign Up", "Signed Up", "sign_up"),
            ["login"] = new("Login", "Logged In", "login"),
            ["begin_checkout"] = new("Begin Checkout", "Began Checkout", "checkout_step 1"),
            ["address_completed"] = new("Address Completed", "Completed Address", "address_completed"),
            ["add_shipping_info"] = new("Add Shipping Info", "Added Shipping Info", "checkout_step 3"),
            ["add_payment_info"] = new("Add Payment Info", "Added Payment Info", "checkout_step 4"),
            ["purchase"] = new("Purchase", "Purchased", "transaction"),
            ["share"] = new("Share", "Shared", "share"),
            ["content_download"] = new("Content Download", "Downloaded Content", "content_download"),
        };

    public IEnumerable<string> For(string conversion) =>
        [$"ga4: {conversion}", $"plausible: {Plausible}", $"mixpanel: {Mixpanel}", $"snowplow: {Snowplow}"];
}
