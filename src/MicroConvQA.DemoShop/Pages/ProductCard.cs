using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Serving;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>A product in a grid; the link bears the product's name and nothing else.</summary>
internal static class ProductCard
{
    public static Html Render(Visit visit, Product product) => Render(visit, product, "");

    /// <summary>A card of a list whose selections are tracked: the link carries the push of its click.</summary>
    public static Html RenderInList(Visit visit, Product product, int index) =>
        Render(visit, product, visit.Events.SelectItem(product.Category, product, index).ToJsonString());

    private static Html Render(Visit visit, Product product, string select) => Html.Of($"""
        <article class="card" data-name="{product.Name}" data-price="{PlainPrice(visit, product)}" data-material="{product.Material}" data-stock="{(product.SoldOut ? "out" : "in")}" data-band="{BandOf(product)}">
        <div class="card-picture" aria-hidden="true">{Drawings.Draw(product, product.Default, 1)}</div>
        {Html.When(product.SoldOut, () => Html.Of($"""<span class="flag">Sold out</span>"""))}
        <h3><a class="card-link" href="{product.Path}" data-select="{select}">{product.Name}</a></h3>
        <p class="claim">{product.Claim}</p>
        <div class="card-foot"><span class="price">{visit.Price(product.Default.PriceIn(visit.Market.Currency))}</span>
        <span class="swatches" aria-hidden="true">{Html.Each(product.Variants, variant => Html.Of($"""<i style="background:{variant.Colour}"></i>"""))}</span></div>
        <form data-action="/api/wishlist" class="card-wish"><input type="hidden" name="sku" value="{product.Default.Sku}">
        <button class="quiet" aria-label="Add {product.Name} to wishlist" aria-pressed="{(visit.Session.Wished.Contains(product.Id) ? "true" : "false")}">{Icons.Heart}</button></form>
        </article>
        """);

    private static string BandOf(Product product) => product.Default.PriceEur switch
    {
        < 100m => "low",
        <= 300m => "middle",
        _ => "high",
    };

    private static string PlainPrice(Visit visit, Product product) =>
        product.Default.PriceIn(visit.Market.Currency).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
