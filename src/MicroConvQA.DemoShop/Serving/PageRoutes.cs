using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.DemoShop.Pages;

namespace MicroConvQA.DemoShop.Serving;

/// <summary>Every page of the shop and its path.</summary>
internal static class PageRoutes
{
    public static void MapPages(this IEndpointRouteBuilder routes, Visits visits)
    {
        void Map(string path, Func<Visit, PageReply> render) => routes.MapGet(path, visits.Page(render));

        Map("/", HomePage.Render);
        foreach (var category in ProductCatalog.Categories)
            Map($"/{category.Slug}", visit => CategoryPage.Render(visit, category));
        Map("/products/{slug}", visit =>
            ProductCatalog.FindBySlug(visit.Route("slug")) is { } product ? ProductPage.Render(visit, product) : ProblemPage.NotFound()
        );
        Map("/search", SearchPage.Render);
        Map("/cart", CartPage.Render);
        Map("/wishlist", ListPages.Wishlist);
        Map("/compare", ListPages.Comparison);
        Map("/stores", StorePage.Render);
        Map("/newsletter", NewsletterPage.Render);
        Map($"/guides/{GuidePage.Slug}", GuidePage.Render);
        Map("/account", AccountPages.Account);
        Map("/account/create", AccountPages.Create);
        Map("/checkout/address", visit => WithCart(visit, CheckoutPages.Address));
        Map("/checkout/delivery", visit =>
            visit.Session.Address is null ? PageReply.GoTo("/checkout/address") : WithCart(visit, CheckoutPages.Delivery)
        );
        Map("/checkout/payment", visit =>
            visit.Session.Delivery is null ? PageReply.GoTo("/checkout/delivery") : WithCart(visit, CheckoutPages.Payment)
        );
        Map("/checkout/paypal", visit =>
            visit.Session.Pending is { } order ? CheckoutPages.PayPal(visit, order) : PageReply.GoTo("/checkout/payment")
        );
        Map("/checkout/thank-you", Confirmation);
        routes.MapFallback(visits.Page(_ => ProblemPage.NotFound()));
    }

    private static PageReply WithCart(Visit visit, Func<Visit, PageReply> render) =>
        visit.Session.Cart.Lines.Count == 0 ? PageReply.GoTo("/cart") : render(visit);

    private static PageReply Confirmation(Visit visit)
    {
        if (visit.Session.Order is not { } order)
            return PageReply.GoTo("/cart");

        var report = !visit.Session.PurchaseReported || visit.Faults.Has(FaultNames.PurchaseOnReload);
        visit.Session.PurchaseReported = true;
        return CheckoutPages.Confirmation(visit, order, report);
    }
}
