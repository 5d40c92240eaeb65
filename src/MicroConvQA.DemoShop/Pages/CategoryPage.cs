using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Serving;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>A department: filters, sorting and a tracked list of products.</summary>
internal static class CategoryPage
{
    public static PageReply Render(Visit visit, Category category)
    {
        var products = ProductCatalog.In(category);
        return new PageReply(category.Name, Html.Of($"""
            <div class="category-head"><p class="eyebrow">Department</p><h1>{category.Name}</h1><p class="lead">{category.Claim}</p></div>
            <div class="category">
            {Filters(visit, products)}
            <div>
            <div class="toolbar">
            <button type="button" id="filter-button" class="second" aria-expanded="false" aria-controls="filters">Filters</button>
            <p id="result-count">{products.Count} products</p>
            <div class="sort"><label for="sort">Sort by</label><select id="sort" data-list="{category.Slug}">
            <option value="">Featured</option><option value="price_asc">Price, low to high</option><option value="price_desc">Price, high to low</option><option value="name">Name</option>
            </select></div>
            </div>
            <div class="grid" id="products">{Html.Each(products.Index(), entry => ProductCard.RenderInList(visit, entry.Item, entry.Index + 1))}</div>
            <p id="no-products" hidden>Nothing fits all of these filters. Take one away.</p>
            </div></div>
            """)) { OnLoad = [visit.Events.ViewItemList(category, products)] };
    }

    private static Html Filters(Visit visit, IReadOnlyList<Product> products) => Html.Of($"""
        <form id="filters" class="filters" aria-label="Filters">
        <div class="filters-head"><h2>Filters</h2><button type="button" id="filter-close" class="quiet" aria-label="Close filters">{Icons.Close}</button></div>
        <fieldset><legend>Availability</legend>{Choice("stock", "in", "In stock only")}</fieldset>
        <fieldset><legend>Price</legend>
        {Choice("band", "low", "Under " + visit.Price(100))}
        {Choice("band", "middle", visit.Price(100) + " to " + visit.Price(300))}
        {Choice("band", "high", "Over " + visit.Price(300))}
        </fieldset>
        <fieldset><legend>Material</legend>
        {Html.Each(products.Select(product => product.Material).Distinct(), material => Choice("material", material, material))}
        </fieldset>
        <button type="reset" class="linklike">Clear filters</button>
        </form>
        """);

    private static Html Choice(string name, string value, string label) => Html.Of($"""
        <label><input type="checkbox" name="{name}" value="{value}"> {label}</label>
        """);
}
