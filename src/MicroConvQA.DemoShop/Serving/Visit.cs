using MicroConvQA.DemoShop.Faults;
using MicroConvQA.DemoShop.Markets;
using MicroConvQA.DemoShop.Shopping;
using MicroConvQA.DemoShop.Tracking;

namespace MicroConvQA.DemoShop.Serving;

/// <summary>One request of one shopper: what was asked, and everything a page needs to answer.</summary>
internal sealed record Visit(HttpContext Http, ShopState Shop, ShopSession Session, FaultSet Faults)
{
    public Market Market => Session.Market;

    public PriceFormat Prices => PriceFormat.For(Market, Http.Request.Headers.AcceptLanguage.ToString());

    public ShopEvents Events => new(Market, Faults);

    public ConsentChoice? Consent => ConsentChoice.Parse(Http.Request.Cookies[ConsentChoice.Cookie]);

    public string Path => Http.Request.Path.Value ?? "/";

    public string Query(string name) => Http.Request.Query[name].ToString();

    public string Route(string name) => Http.Request.RouteValues[name]?.ToString() ?? "";

    public string Price(decimal amount) => Prices.Write(amount);
}

/// <summary>
/// What the shopper allowed, as the consent cookie keeps it: <c>analytics:granted.ads:denied</c> (a comma would end a cookie's value).
/// </summary>
internal sealed record ConsentChoice(bool Analytics, bool Ads)
{
    public const string Cookie = "lumen_consent";

    public static ConsentChoice? Parse(string? cookie) =>
        string.IsNullOrEmpty(cookie)
            ? null
            : new(cookie.Contains("analytics:granted", StringComparison.Ordinal), cookie.Contains("ads:granted", StringComparison.Ordinal));
}
