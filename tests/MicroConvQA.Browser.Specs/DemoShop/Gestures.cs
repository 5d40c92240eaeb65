using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>Every gesture of the documentation's table.</summary>
internal static class Gestures
{
    private const string Lamp = "/products/arc-lamp";

    public static IEnumerable<Gesture> On(Layout layout) => All.Where(gesture => gesture.Only is null || gesture.Only == layout);

    /// <summary>What a phone does by other controls or code than a desktop.</summary>
    public static IEnumerable<Gesture> OnPhoneOnly =>
        On(Layout.Phone).Where(gesture => gesture.Only == Layout.Phone || gesture.IsOtherOnPhone);

    private static IReadOnlyList<Gesture> All { get; } =
    [
        new("a department is opened", "/", OpenLampsAsync, "view_item_list") { IsLast = true, IsOtherOnPhone = true },
        new("a product of a list is clicked", "/lamps", (page, _) => Link(page, "Arc lamp").ClickAsync(), "select_item") { IsLast = true },
        new("a product page is looked at for five seconds", Lamp, (page, _) => page.Clock.FastForwardAsync(5000), "view_item"),
        new("the picture is hovered", Lamp, HoverPictureAsync, "image_zoom") { Only = Layout.Desktop },
        new("the magnifier is clicked", Lamp, (page, _) => Button(page, "Zoom in").ClickAsync(), "image_zoom") { Only = Layout.Desktop },
        new("the picture is tapped twice", Lamp, DoubleTapPictureAsync, "image_zoom") { Only = Layout.Phone },
        new("a thumbnail is chosen", Lamp, (page, _) => Button(page, "Picture 2").ClickAsync(), "gallery_scroll"),
        new("the next picture is asked for", Lamp, (page, _) => Button(page, "Next picture").ClickAsync(), "gallery_scroll")
        {
            Only = Layout.Desktop,
        },
        new("the gallery is swiped", Lamp, (page, _) => SwipePictureAsync(page), "gallery_scroll") { Only = Layout.Phone },
        new("the size guide is opened", Lamp, (page, _) => Button(page, "Size guide").ClickAsync(), "size_guide_open") { IsLast = true },
        new("a variant is chosen", Lamp, (page, _) => Radio(page, "Brass").CheckAsync(), "variant_select"),
        new("the reviews are expanded", Lamp, (page, _) => Button(page, "Read all reviews").ClickAsync(), "review_read"),
        new("the reviews are looked at", Lamp, LookAtReviewsAsync, "review_read"),
        new("the film is played", Lamp, (page, _) => Button(page, "Play video").ClickAsync(), "video_play"),
        new("the story is expanded", Lamp, (page, _) => Button(page, "Read more").ClickAsync(), "read_more"),
        new("the guide is expanded", "/guides/light-at-home", (page, _) => Button(page, "Read more").ClickAsync(), "read_more"),
        new("something is searched and found", "/", (page, _) => SearchAsync(page, "lamp"), "search") { IsLast = true },
        new("something is searched and not found", "/", (page, _) => SearchAsync(page, "unicorn")) { IsLast = true },
        new("a filter is set", "/lamps", SetFilterAsync, "filter") { IsOtherOnPhone = true },
        new("the list is sorted", "/lamps", (page, _) => Field(page, "Sort by").SelectOptionAsync("price_asc"), "sort"),
        new("a product is wished for", Lamp, (page, _) => Button(page, "Add to wishlist").ClickAsync(), "add_to_wishlist"),
        new(
            "a product of a list is wished for",
            "/lamps",
            (page, _) => Button(page, "Add Desk lamp to wishlist").ClickAsync(),
            "add_to_wishlist"
        ),
        new("a product is compared", Lamp, (page, _) => Button(page, "Add to comparison").ClickAsync(), "compare"),
        new("a product is put into the cart", Lamp, (page, _) => Button(page, "Add to cart").ClickAsync(), "add_to_cart"),
        new("the cart is opened", "/", (page, _) => Link(page, "Cart").ClickAsync(), "view_cart")
        {
            Given = LampInCartAsync,
            IsLast = true,
        },
        new("the empty cart is opened", "/", (page, _) => Link(page, "Cart").ClickAsync()) { IsLast = true },
        new("a product is removed", "/cart", (page, _) => Button(page, "Remove Arc lamp").ClickAsync(), "remove_from_cart")
        {
            Given = LampInCartAsync,
            IsLast = true,
        },
        new("one more is wanted", "/cart", (page, _) => Field(page, "Quantity of Arc lamp").SelectOptionAsync("2"), "add_to_cart")
        {
            Given = LampInCartAsync,
        },
        new("a wrong coupon is tried", "/cart", (page, _) => ApplyCouponAsync(page, "NOPE")) { Given = LampInCartAsync },
        new("a coupon is applied", "/cart", (page, _) => ApplyCouponAsync(page, "WELCOME10"), "coupon_apply") { Given = LampInCartAsync },
        new("the delivery is estimated", Lamp, EstimateAsync, "delivery_estimate"),
        new("a store is looked for", "/stores", FindStoreAsync, "store_locator"),
        new(
            "an alert is asked for",
            "/products/paper-lantern",
            (page, _) => SubmitAsync(page, "E-mail", "jane@example.com", "Notify me"),
            "back_in_stock_alert"
        ),
        new(
            "the footer's newsletter is wanted",
            "/",
            (page, _) => SubmitAsync(page, "Newsletter e-mail", "jane@example.com", "Subscribe"),
            "newsletter_signup"
        ),
        new(
            "the newsletter is wanted",
            "/newsletter",
            (page, _) => SubmitAsync(page, "E-mail", "jane@example.com", "Subscribe to newsletter"),
            "newsletter_signup"
        ),
        new("a mistyped address is refused", "/newsletter", (page, _) => SubmitAsync(page, "E-mail", "jane", "Subscribe to newsletter")),
        new(
            "short messages are wanted",
            "/newsletter",
            (page, _) => SubmitAsync(page, "Phone", "+49 170 1234567", "Sign up for SMS"),
            "sms_signup"
        ),
        new("an account is created", "/account/create", CreateAccountAsync, "sign_up") { IsLast = true },
        new("a shopper logs in", "/account", LogInAsync, "login") { Given = RegisteredAsync, IsLast = true },
        new("the checkout is begun", "/cart", (page, _) => Button(page, "Checkout").ClickAsync(), "begin_checkout")
        {
            Given = LampInCartAsync,
            IsLast = true,
        },
        new("the address is completed", "/checkout/address", CompleteAddressAsync, "address_completed")
        {
            Given = LampInCartAsync,
            IsLast = true,
        },
        new("an incomplete address is refused", "/checkout/address", (page, _) => Button(page, "Continue").ClickAsync())
        {
            Given = LampInCartAsync,
        },
        new("the delivery is chosen", "/checkout/delivery", ChooseExpressAsync, "add_shipping_info")
        {
            Given = AddressKnownAsync,
            IsLast = true,
        },
        new("the order is paid", "/checkout/payment", (page, _) => Button(page, "Pay now").ClickAsync(), "add_payment_info", "purchase")
        {
            Given = DeliveryKnownAsync,
            IsLast = true,
        },
        new("the product is shared", Lamp, ShareAsync, "share"),
        new(
            "the instructions are downloaded",
            Lamp,
            (page, _) => Link(page, "Assembly instructions (PDF)").ClickAsync(),
            "content_download"
        )
        {
            IsLast = true,
        },
        new(
            "the guide is downloaded",
            "/guides/light-at-home",
            (page, _) => Link(page, "Download the guide (PDF)").ClickAsync(),
            "content_download"
        )
        {
            IsLast = true,
        },
    ];

    public static Task LampInCartAsync(IAPIRequestContext shop) => PostAsync(shop, "/api/cart/add", ("sku", "LAMP-ARC-01"));

    public static async Task AddressKnownAsync(IAPIRequestContext shop)
    {
        await LampInCartAsync(shop);
        await PostAsync(
            shop,
            "/api/checkout/address",
            ("email", "jane@example.com"),
            ("first", "Jane"),
            ("last", "Doe"),
            ("street", "Elm Street 1"),
            ("postcode", "01067"),
            ("city", "Dresden"),
            ("phone", "")
        );
    }

    public static async Task DeliveryKnownAsync(IAPIRequestContext shop)
    {
        await AddressKnownAsync(shop);
        await PostAsync(shop, "/api/checkout/delivery", ("delivery", "express"));
    }

    private static async Task RegisteredAsync(IAPIRequestContext shop)
    {
        await PostAsync(
            shop,
            "/api/account/create",
            ("email", "known@example.com"),
            ("first", "Jane"),
            ("last", "Doe"),
            ("password", "secret-123")
        );
        await PostAsync(shop, "/api/account/logout");
    }

    private static async Task PostAsync(IAPIRequestContext shop, string path, params (string Name, string Value)[] fields)
    {
        var form = shop.CreateFormData();
        foreach (var (name, value) in fields)
            form.Set(name, value);
        await shop.PostAsync(path, new() { Form = form });
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static ILocator Radio(IPage page, string name) => page.GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });

    private static ILocator Field(IPage page, string label) => page.GetByLabel(label, new() { Exact = true });

    private static ILocator Picture(IPage page) => page.GetByRole(AriaRole.Img, new() { Name = "Product image", Exact = true });

    private static async Task OpenLampsAsync(IPage page, Layout layout)
    {
        if (layout == Layout.Phone)
            await Button(page, "Menu").ClickAsync();
        await Link(page, "Lamps").ClickAsync();
    }

    private static async Task HoverPictureAsync(IPage page, Layout layout)
    {
        await Picture(page).HoverAsync();
        await page.Clock.FastForwardAsync(300);
    }

    private static async Task DoubleTapPictureAsync(IPage page, Layout layout)
    {
        await Picture(page).TapAsync();
        await Picture(page).TapAsync();
    }

    private static async Task SwipePictureAsync(IPage page)
    {
        var box = (await Picture(page).BoundingBoxAsync())!;
        var finger = await page.Context.NewCDPSessionAsync(page);
        var (y, right) = (box.Y + box.Height / 2, box.X + box.Width - 40);
        await TouchAsync(finger, "touchStart", right, y);
        for (var step = 1; step <= 5; step++)
            await TouchAsync(finger, "touchMove", right - step * 50, y);
        await finger.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
    }

    private static async Task TouchAsync(ICDPSession finger, string type, double x, double y) =>
        await finger.SendAsync(
            "Input.dispatchTouchEvent",
            new()
            {
                ["type"] = type,
                ["touchPoints"] = new object[]
                {
                    new Dictionary<string, object> { ["x"] = x, ["y"] = y },
                },
            }
        );

    // The observer reports on its own; a second one of the same threshold says when it has done so.
    private static async Task LookAtReviewsAsync(IPage page, Layout layout)
    {
        await page.Locator("#review-list").ScrollIntoViewIfNeededAsync();
        await page.EvaluateAsync(
            """
            () => new Promise(seen => new IntersectionObserver(entries => entries[0].intersectionRatio >= .8 && seen(), { threshold: .8 }).observe(document.querySelector('#review-list')))
            """
        );
        await page.Clock.FastForwardAsync(2000);
    }

    private static async Task SearchAsync(IPage page, string words)
    {
        await Field(page, "Search").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search**");
    }

    private static async Task SetFilterAsync(IPage page, Layout layout)
    {
        if (layout == Layout.Phone)
            await Button(page, "Filters").ClickAsync();
        await Field(page, "In stock only").CheckAsync();
    }

    private static async Task ApplyCouponAsync(IPage page, string code)
    {
        await Field(page, "Coupon code").FillAsync(code);
        await Button(page, "Apply coupon").ClickAsync();
    }

    private static async Task EstimateAsync(IPage page, Layout layout)
    {
        await Field(page, "Postcode").FillAsync("01067");
        await Button(page, "Estimate delivery").ClickAsync();
    }

    private static async Task FindStoreAsync(IPage page, Layout layout)
    {
        await Field(page, "City").FillAsync("Berlin");
        await Button(page, "Find stores").ClickAsync();
    }

    private static async Task SubmitAsync(IPage page, string label, string text, string button)
    {
        await Field(page, label).FillAsync(text);
        await Button(page, button).ClickAsync();
    }

    private static async Task CreateAccountAsync(IPage page, Layout layout)
    {
        await Field(page, "First name").FillAsync("Jane");
        await Field(page, "Last name").FillAsync("Doe");
        await Field(page, "E-mail").FillAsync($"jane.{layout}@example.com");
        await Field(page, "Password").FillAsync("secret-123");
        await Button(page, "Create account").ClickAsync();
    }

    private static async Task LogInAsync(IPage page, Layout layout)
    {
        await Field(page, "E-mail").FillAsync("known@example.com");
        await Field(page, "Password").FillAsync("secret-123");
        await Button(page, "Log in").ClickAsync();
    }

    private static async Task CompleteAddressAsync(IPage page, Layout layout)
    {
        foreach (
            var (label, text) in new[]
            {
                ("E-mail", "jane@example.com"),
                ("First name", "Jane"),
                ("Last name", "Doe"),
                ("Street", "Elm Street 1"),
                ("Postcode", "01067"),
                ("City", "Dresden"),
            }
        )
            await Field(page, label).FillAsync(text);
        await Button(page, "Continue").ClickAsync();
    }

    private static async Task ChooseExpressAsync(IPage page, Layout layout)
    {
        await Radio(page, "Express").CheckAsync();
        await Button(page, "Continue").ClickAsync();
    }

    private static async Task ShareAsync(IPage page, Layout layout)
    {
        await Button(page, "Share").ClickAsync();
        await Button(page, "Copy link").ClickAsync();
    }
}
