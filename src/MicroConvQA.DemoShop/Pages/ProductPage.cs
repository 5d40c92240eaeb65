using System.Text.Json.Nodes;
using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.DemoShop.Serving;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>A product with its gallery, its variants and everything that helps to decide.</summary>
internal static class ProductPage
{
    private static readonly string[] PictureNames = ["Product image", "In the room", "In detail", "With measures"];

    public static PageReply Render(Visit visit, Product product) => new(product.Name, Html.Of($"""
        <a class="back" href="/{product.Category.Slug}">Back to {product.Category.Name.ToLowerInvariant()}</a>
        <div class="product" id="product" data-id="{product.Id}">
        <script type="application/json" id="product-data">{Data(visit, product)}</script>
        {Gallery(product)}
        <div class="buy">
        <p class="eyebrow">{product.Category.Name}</p><h1>{product.Name}</h1><p class="claim">{product.Claim}</p>
        <p class="rating"><span aria-hidden="true">{new string('★', (int)Math.Round(product.Stars))}</span> {product.Reviews.Count} reviews</p>
        <p class="price big" id="price">{visit.Price(product.Default.PriceIn(visit.Market.Currency))}</p>
        <p class="small">Tax included, delivery from {visit.Price(visit.Market.StandardDelivery)}</p>
        {(product.SoldOut ? Alert(product) : BuyForm(visit, product))}
        <div class="row">{Wish(visit, product)}{Compare(visit, product)}</div>
        <div class="row plain"><button type="button" id="size-guide-button" class="linklike">Size guide</button>{Share()}<a class="linklike" href="/downloads/{product.Slug}.pdf" download data-download="{product.Slug}.pdf">{SheetName(product)} (PDF)</a></div>
        {DeliveryEstimate(product)}
        </div></div>
        {Details(product)}
        <section><h2>Goes well with it</h2><div class="grid four">{Html.Each(Related(product), other => ProductCard.Render(visit, other))}</div></section>
        {Reviews(product)}
        {SizeGuide(product)}
        """)) { StickyBar = product.SoldOut ? Html.Empty : StickyBar(visit, product) };

    public static string SheetName(Product product) =>
        product.Category == ProductCatalog.Textiles ? "Care instructions" : "Assembly instructions";

    // Raw inside a script element: the serializer's escapes keep it closed.
    private static Html Data(Visit visit, Product product) => new(new JsonObject(product.Variants.Select(variant =>
        KeyValuePair.Create(variant.Sku, (JsonNode?)new JsonObject
        {
            ["name"] = variant.Name,
            ["colour"] = variant.Colour,
            ["price"] = visit.Price(variant.PriceIn(visit.Market.Currency)),
            ["viewItem"] = visit.Events.ViewItem(product, variant),
        }))).ToJsonString());

    private static Html Gallery(Product product) => Html.Of($"""
        <section class="gallery" aria-label="Pictures">
        <div class="track" id="gallery-track" tabindex="-1">{Html.Each(PictureNames.Index(), entry => Html.Of($"""
        <div class="picture" role="img" aria-label="{entry.Item}" data-picture="{entry.Index + 1}">{Drawings.Draw(product, product.Default, entry.Index + 1)}</div>
        """))}</div>
        <button type="button" id="zoom" class="round zoom" aria-label="Zoom in" aria-pressed="false">{Icons.Magnifier}</button>
        <button type="button" class="round arrow left" data-step="-1" aria-label="Previous picture">{Icons.Left}</button>
        <button type="button" class="round arrow right" data-step="1" aria-label="Next picture">{Icons.Right}</button>
        <div class="thumbnails">{Html.Each(Enumerable.Range(1, Drawings.Pictures), number => Html.Of($"""
        <button type="button" data-show="{number}" aria-label="Picture {number}" aria-current="{(number == 1 ? "true" : "false")}">{Drawings.Draw(product, product.Default, number)}</button>
        """))}</div>
        </section>
        """);

    private static Html BuyForm(Visit visit, Product product) => Html.Of($"""
        <form id="buy" data-action="/api/cart/add">
        {Variants(product)}
        <div class="row purchase"><div class="quantity"><label for="quantity">Quantity</label><select id="quantity" name="quantity">{Html.Each(Enumerable.Range(1, 5), number => Html.Of($"<option>{number}</option>"))}</select></div>
        <button class="wide desktop-only">{CartButton(visit)}</button></div>
        <p class="problem" role="alert"></p>
        </form>
        """);

    // The bar is the only cart button of the phone layout and belongs to the same form.
    private static Html StickyBar(Visit visit, Product product) => Html.Of($"""
        <div class="sticky-bar"><span><strong>{product.Name}</strong><span class="price" aria-hidden="true" data-follows="price">{visit.Price(product.Default.PriceIn(visit.Market.Currency))}</span></span>
        <button form="buy" name="placement" value="bar">{CartButton(visit)}</button></div>
        """);

    private static string CartButton(Visit visit) => visit.Faults.Has(FaultNames.RenamedButton) ? "Add to basket" : "Add to cart";

    private static Html Variants(Product product) => Html.Of($"""
        <fieldset class="variants"><legend>{product.VariantKind}</legend>{Html.Each(product.Variants, variant => Html.Of($"""
        <label><input type="radio" name="sku" value="{variant.Sku}"{(variant == product.Default ? new Html(" checked") : Html.Empty)}><i style="background:{variant.Colour}" aria-hidden="true"></i>{variant.Name}</label>
        """))}</fieldset>
        """);

    private static Html Alert(Product product) => Html.Of($"""
        <form class="alert" data-action="/api/back-in-stock" novalidate>
        <p><strong>Sold out.</strong> The next ones are being made. We write once, when they are here.</p>
        <input type="hidden" name="sku" value="{product.Default.Sku}">
        <div class="joined"><label class="unseen" for="alert-mail">E-mail</label><input id="alert-mail" name="email" type="email" placeholder="you@example.com" autocomplete="email" required><button>Notify me</button></div>
        <p class="problem" role="alert"></p></form>
        """);

    private static Html Wish(Visit visit, Product product) => Html.Of($"""
        <form data-action="/api/wishlist" data-follows-variant><input type="hidden" name="sku" value="{product.Default.Sku}"><button class="second" aria-pressed="{Pressed(visit.Session.Wished, product)}">{Icons.Heart} Add to wishlist</button></form>
        """);

    private static Html Compare(Visit visit, Product product) => Html.Of($"""
        <form data-action="/api/compare" data-follows-variant><input type="hidden" name="sku" value="{product.Default.Sku}"><button class="second" aria-pressed="{Pressed(visit.Session.Compared, product)}">{Icons.Scales} Add to comparison</button></form>
        """);

    private static string Pressed(IReadOnlyList<string> list, Product product) => list.Contains(product.Id) ? "true" : "false";

    private static Html Share() => Html.Of($"""
        <span class="share"><button type="button" id="share-button" class="linklike" aria-expanded="false" aria-controls="share-menu">Share</button><span id="share-menu" hidden><button type="button" data-share="copy_link">Copy link</button><button type="button" data-share="email">Share by e-mail</button></span></span>
        """);

    private static Html DeliveryEstimate(Product product) => Html.Of($"""
        <form class="estimate" data-action="/api/delivery-estimate" data-follows-variant novalidate><input type="hidden" name="sku" value="{product.Default.Sku}">
        <h2>When could it be here?</h2><div class="joined"><label class="unseen" for="postcode">Postcode</label><input id="postcode" name="postcode" inputmode="numeric" placeholder="Postcode" autocomplete="postal-code" required><button class="second">Estimate delivery</button></div>
        <p class="problem" role="alert"></p><p id="estimate"></p></form>
        """);

    private static Html Details(Product product) => Html.Of($"""
        <section class="details"><div class="story" id="story"><h2>What it is</h2><p class="clipped">{product.Story}</p><button type="button" class="linklike" data-read-more="{product.Slug}" aria-expanded="false">Read more</button></div>
        <figure class="film"><video id="film" preload="none" muted playsinline src="{EmbeddedFiles.PathOf("film.webm")}" data-title="{product.Name}: the making of"></video><div class="poster" aria-hidden="true">{Drawings.Draw(product, product.Default, 2)}</div><button type="button" id="play" aria-label="Play video">{Icons.Play}</button><figcaption>The making of</figcaption></figure></section>
        """);

    private static Html Reviews(Product product) => Html.Of($"""
        <section class="reviews" id="reviews"><h2>What people say</h2><div class="review-list" id="review-list">{Html.Each(product.Reviews, review => Html.Of($"""
        <article class="review"><p aria-hidden="true" class="stars">{new string('★', review.Stars)}{new string('☆', 5 - review.Stars)}</p><h3>{review.Title}</h3><p class="review-text">{review.Text}</p><p class="small">{review.Author}, {review.Stars} of 5 stars</p></article>
        """))}</div><button type="button" id="all-reviews" class="second" aria-expanded="false">Read all reviews</button></section>
        """);

    private static Html SizeGuide(Product product) => Html.Of($"""
        <dialog id="size-guide" aria-label="Size guide of {product.Name}"><h2>{product.Name}</h2><table>{Html.Each(product.Measures, measure => Html.Of($"<tr><th scope=\"row\">{measure.Name}</th><td>{measure.Value}</td></tr>"))}</table><button type="button" data-close>Close size guide</button></dialog>
        """);

    private static IEnumerable<Product> Related(Product product) =>
        ProductCatalog.Products.Where(other => other != product && !other.SoldOut && other.Category != product.Category).Take(4);
}
