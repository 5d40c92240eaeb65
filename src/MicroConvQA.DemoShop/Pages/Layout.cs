using System.Text.Json.Nodes;
using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.DemoShop.Serving;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>What stands around every page: head with the data layer, header, footer, consent banner.</summary>
internal static class Layout
{
    public static Html Wrap(Visit visit, PageReply page) => Html.Of($"""
        <!doctype html>
        <html lang="en" data-faults="{string.Join(' ', visit.Faults.Names)}" data-currency="{visit.Market.Currency}" data-language="{visit.Prices.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{page.Title} – Lumen Home</title>
        <meta name="description" content="Lamps, chairs and textiles that stay.">
        <link rel="icon" href="{EmbeddedFiles.PathOf("icon.svg")}" type="image/svg+xml">
        <link rel="stylesheet" href="{EmbeddedFiles.PathOf("shop.css")}">
        {Tracking(visit, page)}
        </head>
        <body class="{(page.Checkout ? "checkout" : "shop")}{(page.StickyBar == Html.Empty ? "" : " has-sticky-bar")}">
        {Drawings.Definitions}
        <a class="skip" href="#main">Skip to content</a>
        {(page.Checkout ? CheckoutHeader() : Header(visit))}
        <main id="main">{page.Main}</main>
        {(page.Checkout ? CheckoutFooter() : Footer(visit, page))}
        {page.StickyBar}
        {ConsentBanner(visit)}
        <p id="toast" role="status"></p>
        </body>
        </html>
        """);

    // The order is the one that Google asks for: consent first, then the configuration, then events.
    // The history remembers an arrival over reload, back and forward, and unlike the performance timeline no virtual clock replaces it.
    private static Html Tracking(Visit visit, PageReply page) => Html.Of($$"""
        <script>
        window.dataLayer = window.dataLayer || [];
        function gtag() { dataLayer.push(arguments); }
        {{(visit.Faults.Has(FaultNames.ConsentAfterConfig) ? Html.Empty : ConsentDefault(visit))}}
        gtag('js', new Date());
        gtag('config', 'G-LUMENDEMO1');
        {{(visit.Faults.Has(FaultNames.ConsentAfterConfig) ? ConsentDefault(visit) : Html.Empty)}}
        (function (onLoad, onArrival) {
          var arrived = !(history.state && history.state.arrived);
          history.replaceState({ arrived: true }, '');
          onLoad.concat(arrived ? onArrival : []).forEach(function (push) {
            if (push.ecommerce) dataLayer.push({ ecommerce: null });
            dataLayer.push(push);
          });
        })({{Pushes(page.OnLoad)}}, {{Pushes(page.OnArrival)}});
        </script>
        <script defer src="{{EmbeddedFiles.PathOf("mixpanel.js")}}"></script>
        <script defer src="{{EmbeddedFiles.PathOf("snowplow.js")}}"></script>
        <script defer src="{{EmbeddedFiles.PathOf("snowplow-ecommerce.js")}}"></script>
        <script type="module" src="{{EmbeddedFiles.PathOf("tags.js")}}"></script>
        {{Html.When(visit.Faults.Has(FaultNames.TwoContainers), () => Html.Of($"""<script type="module" src="{EmbeddedFiles.PathOf("tags-of-agency.js")}"></script>"""))}}
        <script type="module" src="{{EmbeddedFiles.PathOf("shop.js")}}"></script>
        """);

    private static Html ConsentDefault(Visit visit) => Html.Of($"""
        gtag('consent', 'default', {Consent(visit.Faults.Has(FaultNames.ConsentGrantedByDefault), visit.Faults.Has(FaultNames.ConsentGrantedByDefault))});
        {ConsentUpdate(visit)}
        """);

    private static Html ConsentUpdate(Visit visit) => visit.Consent is { } choice
        ? Html.Of($"gtag('consent', 'update', {Consent(choice.Analytics, choice.Ads)});")
        : Html.Empty;

    private static Html Consent(bool analytics, bool ads) => Json(new JsonObject
    {
        ["ad_storage"] = Word(ads), ["analytics_storage"] = Word(analytics), ["ad_user_data"] = Word(ads), ["ad_personalization"] = Word(ads),
    });

    private static string Word(bool granted) => granted ? "granted" : "denied";

    private static Html Pushes(IEnumerable<JsonObject?> pushes) => Json(new JsonArray([.. pushes.Where(push => push is not null)]));

    // The serializer writes <, > and & as escapes, so that no value can end the script element.
    private static Html Json(JsonNode node) => new(node.ToJsonString());

    private static Html Header(Visit visit) => Html.Of($"""
        <header class="site-header">
        <button type="button" id="menu-button" class="quiet" aria-label="Menu" aria-expanded="false" aria-controls="menu">{Icons.Menu}</button>
        <a class="logo" href="/">Lumen <em>Home</em></a>
        <nav id="menu" aria-label="Departments">
        <button type="button" id="menu-close" class="quiet" aria-label="Close menu">{Icons.Close}</button>
        {Html.Each(ProductCatalog.Categories, category => Html.Of($"""<a href="/{category.Slug}">{category.Name}</a>"""))}
        <a href="/guides/light-at-home">Light guide</a>
        <a href="/stores">Stores</a>
        </nav>
        <form class="search" role="search" action="/search">
        <label class="unseen" for="q">Search</label>
        <input id="q" name="q" type="search" placeholder="Lamps, chairs, wool …" value="{visit.Query("q")}" autocomplete="off" required>
        <button class="quiet" aria-label="Start search">{Icons.Search}</button>
        </form>
        <div class="tools">
        <a href="/wishlist" aria-label="Wishlist">{Icons.Heart}</a>
        <a href="/compare" aria-label="Compare">{Icons.Scales}</a>
        <a href="/account" aria-label="Account">{Icons.Person}</a>
        <a href="/cart" aria-label="Cart">{Icons.Bag}<span id="cart-count" class="count" aria-hidden="true">{visit.Session.Cart.Pieces}</span></a>
        </div>
        </header>
        """);

    private static Html CheckoutHeader() => Html.Of($"""
        <header class="site-header narrow"><a class="logo" href="/">Lumen <em>Home</em></a><a class="back" href="/cart">Back to cart</a></header>
        """);

    private static Html Footer(Visit visit, PageReply page) => Html.Of($"""
        <footer class="site-footer">
        <div class="footer-columns">
        {Html.When(page.FooterNewsletter, NewsletterForm)}
        <div><h2>Lumen Home</h2><p>Elbchaussee 1, Hamburg<br>Monday to Saturday, 10 to 19</p></div>
        <div class="links">
        <a href="/newsletter">Newsletter and SMS</a>
        <button type="button" id="cookie-settings" class="linklike">Cookie settings</button>
        {MarketSwitch(visit)}
        </div>
        </div>
        <p class="small">A demo shop: nothing is sold, nothing is sent, everything is forgotten.</p>
        </footer>
        """);

    private static Html NewsletterForm() => Html.Of($"""
        <form class="newsletter" data-action="/api/newsletter" novalidate>
        <h2>Letters about light</h2><p>Twice a month, and 10 % off your first order.</p>
        <input type="hidden" name="method" value="footer">
        <div class="joined"><label class="unseen" for="footer-mail">Newsletter e-mail</label><input id="footer-mail" name="email" type="email" placeholder="you@example.com" autocomplete="email" required>
        <button>Subscribe</button></div><p class="problem" role="alert"></p>
        </form>
        """);

    private static Html MarketSwitch(Visit visit) => visit.Market.Code == "us"
        ? Html.Of($"""<a href="{visit.Path}?market=eu">Shop in euros</a>""")
        : Html.Of($"""<a href="{visit.Path}?market=us">Shop in US dollars</a>""");

    private static Html CheckoutFooter() => Html.Of($"""
        <footer class="site-footer slim"><p class="small">A demo shop: nothing is sold, nothing is sent, everything is forgotten.</p></footer>
        """);

    private static Html ConsentBanner(Visit visit) => Html.Of($"""
        <section id="consent" aria-label="Cookie consent"{(visit.Consent is null ? Html.Empty : new Html(" hidden"))}>
        <div class="consent-text"><h2>Cookies, the other kind</h2><p>We count what works in our shop, if you let us. You can change your mind at the foot of every page.</p></div>
        <form id="consent-settings" hidden>
        <label><input type="checkbox" name="analytics"> Analytics</label>
        <label><input type="checkbox" name="ads"> Marketing</label>
        <button>Save settings</button>
        </form>
        <div class="consent-buttons">
        <button type="button" data-consent="all">Accept all</button>
        <button type="button" data-consent="necessary" class="second">Only necessary</button>
        <button type="button" id="consent-open" class="linklike" aria-expanded="false" aria-controls="consent-settings">Settings</button>
        </div>
        </section>
        """);
}
