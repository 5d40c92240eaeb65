using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Devices;
using Microsoft.Playwright;

namespace MicroConvQA.Benchmarks.Walking;

/// <summary>The path of the journey guest-checkout as a Playwright script that proves nothing.</summary>
internal static class BareWalks
{
    public static async Task<int> RunAsync(string turn, string shop, IReadOnlyList<string> arguments)
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var playwright = await Playwright.CreateAsync();
        var found = BrowserFinder.OnThisMachine(playwright).Find(BrowserEngine.Chromium).Found
            ?? throw new InvalidOperationException("There is no Chromium here.");
        await using var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = found.Path,
                Args = arguments,
                ChromiumSandbox = false,
            }
        );
        while (await Turns.MayWalkAsync(client, turn))
        {
            await WalkAsync(playwright, browser, shop);
        }

        return 0;
    }

    private static async Task WalkAsync(IPlaywright playwright, IBrowser browser, string shop)
    {
        await using var context = await browser.NewContextAsync(
            new(playwright.Devices["Desktop Chrome"])
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
                Locale = "en-IE",
                TimezoneId = "Europe/Berlin",
                BaseURL = shop,
            }
        );
        await context.Clock.InstallAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/?utm_source=newsletter&utm_medium=email&utm_campaign=autumn");
        await Button("Accept all").ClickAsync();
        // A search box listens to keys; the fields of the checkout do not.
        var search = page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" });
        await search.PressSequentiallyAsync("lamp");
        await search.PressAsync("Enter");
        await Link("Arc lamp").ClickAsync();
        await page.WaitForLoadStateAsync();
        await context.Clock.FastForwardAsync(5_000);
        await page.Locator("#price").InnerTextAsync();
        await Button("Add to cart").ClickAsync();
        await Assertions.Expect(page.Locator("#cart-count")).ToHaveTextAsync("1");
        await Link("Cart").ClickAsync();
        await page.Locator("#cart-total").InnerTextAsync();
        await Button("Checkout").ClickAsync();
        await Field("E-mail").FillAsync($"canary.{Guid.NewGuid():N}@example.com");
        await Field("First name").FillAsync("Canary");
        await Field("Last name").FillAsync("Shopper");
        await Field("Street").FillAsync("Some Street 17");
        await Field("Postcode").FillAsync("01067");
        await Field("City").FillAsync("Dresden");
        await Button("Continue").ClickAsync();
        await Field("Express").CheckAsync();
        await page.Locator("#total").InnerTextAsync();
        await page.Locator("#shipping").InnerTextAsync();
        await Button("Continue").ClickAsync();
        await Button("Pay now").ClickAsync();
        await page.WaitForURLAsync("**/checkout/thank-you");
        await page.Locator("#order-number").InnerTextAsync();
        await page.ReloadAsync();

        ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
        ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true });
    }
}
