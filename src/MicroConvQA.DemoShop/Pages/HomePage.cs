using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Serving;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>The front door.</summary>
internal static class HomePage
{
    private static readonly string[] Featured = ["CHAIR-LOUNGE", "LAMP-MUSH", "TEX-CUSHION", "LAMP-PEND"];

    public static PageReply Render(Visit visit) => new("Lamps, chairs and textiles that stay", Html.Of($"""
        <section class="hero">
        <div><p class="eyebrow">Autumn at home</p><h1>Light where the evening is.</h1>
        <p class="lead">Lamps, chairs and textiles from small workshops, made to be repaired and to stay.</p>
        <a class="button" href="/lamps">See all lamps</a></div>
        <div class="hero-picture" aria-hidden="true">{Drawings.Draw(Find("LAMP-ARC"), Find("LAMP-ARC").Variants[1], 2)}</div>
        </section>
        <section><h2>Departments</h2><div class="tiles">
        {Html.Each(ProductCatalog.Categories, Tile)}
        </div></section>
        <section><h2>Much loved</h2><div class="grid four">
        {Html.Each(Featured, id => ProductCard.Render(visit, Find(id)))}
        </div></section>
        <section class="teaser"><div><p class="eyebrow">Guide</p><h2>How much light does a table need?</h2>
        <p>Five rules for rooms in which one reads, cooks and falls asleep.</p><a class="button second" href="/guides/light-at-home">Read the guide</a></div>
        <div aria-hidden="true" class="teaser-picture">{Drawings.Draw(Find("LAMP-PEND"), Find("LAMP-PEND").Variants[0], 2)}</div></section>
        """));

    private static Html Tile(Category category)
    {
        var product = ProductCatalog.In(category)[category == ProductCatalog.Textiles ? 1 : 0];
        return Html.Of($"""
            <a class="tile" href="/{category.Slug}" aria-label="All {category.Name.ToLowerInvariant()}"><span aria-hidden="true">{Drawings.Draw(product, product.Default, 1)}</span><strong>{category.Name}</strong><small>{category.Claim}</small></a>
            """);
    }

    private static Product Find(string id) => ProductCatalog.Products.Single(product => product.Id == id);
}
