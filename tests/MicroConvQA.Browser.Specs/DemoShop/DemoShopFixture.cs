using MicroConvQA.DemoShop;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>A shop and a browser for all specs of a class.</summary>
internal abstract class DemoShopFixture
{
    protected ShopBrowser Browser { get; private set; } = null!;

    protected DemoShopHost Shop { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        Shop = await DemoShopHost.StartAsync(new DemoShopOptions());
        Browser = await ShopBrowser.LaunchAsync();
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        await Browser.DisposeAsync();
        await Shop.DisposeAsync();
    }

    protected async Task<Shopper> EnterAsync(
        Layout layout,
        string path,
        string? consent = "analytics:granted.ads:granted",
        Func<Microsoft.Playwright.IAPIRequestContext, Task>? given = null
    )
    {
        Browser.Traffic.Forget();
        var context = await Browser.OpenAsync(Shop.BaseUrl, layout, consent);
        if (given is not null)
            await given(context.APIRequest);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return new Shopper(context, page, Browser.Traffic);
    }
}
