using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Pages;

namespace MicroConvQA.DemoShop.Serving;

/// <summary>Embedded files and downloads.</summary>
internal static class AssetRoutes
{
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{version}/{name}", (RequestDelegate)ServeAsync);
        routes.MapGet("/downloads/{name}.pdf", (RequestDelegate)DownloadAsync);
    }

    private static async Task ServeAsync(HttpContext http)
    {
        var name = http.Request.RouteValues["name"]!.ToString()!;
        if (EmbeddedFiles.Find(name) is not { } file)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        await Results.Bytes(file, EmbeddedFiles.TypeOf(name), enableRangeProcessing: true).ExecuteAsync(http);
    }

    private static async Task DownloadAsync(HttpContext http)
    {
        var name = http.Request.RouteValues["name"]!.ToString()!;
        if (Sheet(name) is not { } sheet)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await Results.Bytes(sheet.ToBytes(), "application/pdf", $"{name}.pdf").ExecuteAsync(http);
    }

    private static PdfSheet? Sheet(string name)
    {
        if (name == GuidePage.Slug)
            return new PdfSheet(
                "How much light does a table need?",
                ["Sixty centimetres above the table.", "Two lamps from two metres on.", "Warm light, and a dimmer."]
            );

        return ProductCatalog.FindBySlug(name) is { } product
            ? new PdfSheet(
                $"{ProductPage.SheetName(product)}: {product.Name}",
                ["1. Take everything out of the box.", "2. Keep the key, it fits every part.", "3. Sit down and enjoy it."]
            )
            : null;
    }
}
