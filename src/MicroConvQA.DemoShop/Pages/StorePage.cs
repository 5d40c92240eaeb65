using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Serving;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>The store locator.</summary>
internal static class StorePage
{
    public const string ListId = "stores";

    public static PageReply Render(Visit visit) => new("Stores", Html.Of($"""
        <div class="category-head"><p class="eyebrow">Come and sit</p><h1>Our stores</h1></div>
        <form data-action="/api/stores" class="locator" novalidate><div class="joined"><label class="unseen" for="store-city">City</label><input id="store-city" name="city" placeholder="City" autocomplete="address-level2" required><button>Find stores</button></div><p class="problem" role="alert"></p></form>
        <div class="stores" id="{ListId}">{List(Store.All)}</div>
        """));

    public static Html List(IReadOnlyList<Store> stores) => stores.Count == 0
        ? Html.Of($"<p>No store there yet. The nearest is in Hamburg.</p>")
        : Html.Each(stores, store => Html.Of($"""<article class="store"><h2>{store.City}</h2><p>{store.Street}</p><p class="small">{store.Hours}</p></article>"""));
}
