using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Serving;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>What a search found, or that it found nothing.</summary>
internal static class SearchPage
{
    public static PageReply Render(Visit visit)
    {
        var words = visit.Query("q").Trim();
        var found = ProductCatalog.Search(words);
        return new PageReply($"Search: {words}", found.Count > 0 ? Results(visit, words, found) : Nothing(words))
        {
            OnArrival = [words.Length > 0 ? visit.Events.Search(words, found.Count) : null],
        };
    }

    private static Html Results(Visit visit, string words, IReadOnlyList<Product> found) => Html.Of($"""
        <div class="category-head"><p class="eyebrow">Search</p><h1>“{words}”</h1><p class="lead" id="result-count">{found.Count} {(found.Count == 1 ? "product" : "products")}</p></div>
        <div class="grid four" id="products">{Html.Each(found, product => ProductCard.Render(visit, product))}</div>
        """);

    private static Html Nothing(string words) => Html.Of($"""
        <div class="category-head"><p class="eyebrow">Search</p><h1>Nothing for “{words}”</h1>
        <p class="lead">Try a shorter word, such as lamp, oak or wool.</p><a class="button" href="/lamps">See all lamps</a></div>
        """);
}
