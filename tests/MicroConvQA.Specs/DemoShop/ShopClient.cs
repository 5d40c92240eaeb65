using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MicroConvQA.DemoShop;

namespace MicroConvQA.Specs.DemoShop;

/// <summary>A shopper without a browser: asks the shop for pages and acts, and reads what would be pushed.</summary>
internal sealed partial class ShopClient(DemoShopHost shop, string language = "en") : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
    {
        BaseAddress = shop.BaseUrl,
        DefaultRequestHeaders = { { "Accept-Language", language } },
    };

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public Task<string> PageAsync(string path) => _http.GetStringAsync(path);

    public async Task<JsonNode> ActAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _http.PostAsync(path, form);
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    /// <summary>The pushes that the head of a page makes.</summary>
    public async Task<IReadOnlyList<JsonNode>> PushesOfAsync(string path)
    {
        var lists = HeadPushes().Match(await PageAsync(path));
        return
        [
            .. JsonNode
                .Parse(lists.Groups[1].Value)!
                .AsArray()
                .Concat(JsonNode.Parse(lists.Groups[2].Value)!.AsArray())
                .Select(push => push!),
        ];
    }

    /// <summary>Fills a cart and goes on until the next thing to do is to pay.</summary>
    public async Task GoToPaymentAsync(string sku = "LAMP-ARC-01", string delivery = "express")
    {
        await ActAsync("/api/cart/add", ("sku", sku), ("quantity", "2"));
        await ActAsync(
            "/api/checkout/address",
            ("email", "jane@example.com"),
            ("first", "Jane"),
            ("last", "Doe"),
            ("street", "Elm Street 1"),
            ("postcode", "01067"),
            ("city", "Dresden")
        );
        await ActAsync("/api/checkout/delivery", ("delivery", delivery));
    }

    public Task<JsonNode> PayAsync() => ActAsync("/api/checkout/payment", ("payment", "invoice"));

    public void Dispose() => _http.Dispose();

    [GeneratedRegex(@"\}\)\((\[.*\]), (\[.*\])\);")]
    private static partial Regex HeadPushes();
}
