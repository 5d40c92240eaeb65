using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>A Chromium that reaches nothing but this machine, with every vendor answered and remembered.</summary>
internal sealed class ShopBrowser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // In milliseconds; several such shoppers go side by side.
    private const int Patience = 60_000;

    private readonly IPlaywright _playwright;

    private ShopBrowser(IPlaywright playwright, IBrowser browser, VendorTraffic traffic) =>
        (_playwright, Browser, Traffic) = (playwright, browser, traffic);

    public IBrowser Browser { get; }

    public VendorTraffic Traffic { get; }

    public static async Task<ShopBrowser> LaunchAsync()
    {
        var playwright = await SharedBrowsers.DriverAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists),
                Args =
                [
                    "--no-sandbox",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                ],
            }
        );
        return new ShopBrowser(playwright, browser, await VendorTraffic.WatchAsync(browser));
    }

    /// <summary>A shopper on a desktop or a phone, whose clock stands still until it is moved.</summary>
    public async Task<IBrowserContext> OpenAsync(
        Uri shop,
        Layout layout,
        string? consent = "analytics:granted.ads:granted",
        string locale = "en-GB"
    )
    {
        var options =
            layout == Layout.Phone
                ? new BrowserNewContextOptions(_playwright.Devices["Pixel 7"])
                : new BrowserNewContextOptions
                {
                    ViewportSize = new() { Width = 1366, Height = 768 },
                };
        options.BaseURL = shop.ToString();
        options.Locale = locale;
        var context = await Browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        if (consent is not null)
            await context.AddCookiesAsync([
                new()
                {
                    Name = "lumen_consent",
                    Value = consent,
                    Url = shop.ToString(),
                },
            ]);
        await context.AddInitScriptAsync(Journal);
        await context.Clock.InstallAsync(new() { TimeDate = new DateTime(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc) });
        await context.Clock.PauseAtAsync(new DateTime(2026, 11, 20, 10, 0, 1, DateTimeKind.Utc));
        return context;
    }

    public ValueTask DisposeAsync() => Browser.DisposeAsync();

    // Kept in the session storage, because the last pushes of a page happen while it is being left.
    private const string Journal = """
        (() => {
          window.dataLayer = window.dataLayer || [];
          const push = window.dataLayer.push;
          window.dataLayer.push = function (...entries) {
            for (const entry of entries)
              if (entry && entry.event && !('0' in entry))
                sessionStorage.setItem('journal', JSON.stringify([...JSON.parse(sessionStorage.getItem('journal') || '[]'), entry]));
            return push.apply(window.dataLayer, entries);
          };
        })();
        """;
}
