using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Serving;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>The shopper's own lists: wishlist and comparison.</summary>
internal static class ListPages
{
    public static PageReply Wishlist(Visit visit) => new("Wishlist", Html.Of($"""
        <h1>Wishlist</h1>{Products(visit, visit.Session.Wished, "Nothing yet. A heart on a product puts it here.")}
        """));

    public static PageReply Comparison(Visit visit)
    {
        var products = Find(visit.Session.Compared);
        return new PageReply("Comparison", Html.Of($"""
            <h1>Comparison</h1>{(products.Count == 0 ? Html.Of($"""<p class="lead">Nothing yet. “Add to comparison” on a product puts it here.</p>""") : Table(visit, products))}
            """));
    }

    private static Html Products(Visit visit, IReadOnlyList<string> ids, string empty) => ids.Count == 0
        ? Html.Of($"""<p class="lead">{empty}</p>""")
        : Html.Of($"""<div class="grid four">{Html.Each(Find(ids), product => ProductCard.Render(visit, product))}</div>""");

    private static Html Table(Visit visit, IReadOnlyList<Product> products) => Html.Of($"""
        <div class="wide-table" tabindex="0" role="region" aria-label="Comparison table"><table class="comparison">
        <tr><td></td>{Html.Each(products, product => Html.Of($"""<th scope="col"><div class="line-picture" aria-hidden="true">{Drawings.Draw(product, product.Default, 1)}</div><a href="{product.Path}">{product.Name}</a></th>"""))}</tr>
        {Row("Price", products, product => visit.Price(product.Default.PriceIn(visit.Market.Currency)))}
        {Row("Material", products, product => product.Material)}
        {Row("Choices", products, product => string.Join(", ", product.Variants.Select(variant => variant.Name)))}
        {Row("Stars", products, product => product.Stars.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture))}
        {Row("Available", products, product => product.SoldOut ? "Sold out" : "In stock")}
        </table></div>
        """);

    private static Html Row(string name, IReadOnlyList<Product> products, Func<Product, string> value) => Html.Of($"""
        <tr><th scope="row">{name}</th>{Html.Each(products, product => Html.Of($"<td>{value(product)}</td>"))}</tr>
        """);

    private static List<Product> Find(IReadOnlyList<string> ids) =>
        [.. ids.Select(id => ProductCatalog.Products.Single(product => product.Id == id))];
}
