using MicroConvQA.DemoShop.Faults;
using MicroConvQA.DemoShop.Markets;
using MicroConvQA.DemoShop.Pages;
using MicroConvQA.DemoShop.Shopping;

namespace MicroConvQA.DemoShop.Serving;

/// <summary>
/// Turns requests into visits: finds the session, keeps market and faults that a URL asks for, answers one at a time per shopper.
/// </summary>
internal sealed class Visits(ShopState shop, FaultSet faults)
{
    private const string SessionCookie = "lumen_session";

    public RequestDelegate Page(Func<Visit, PageReply> render) =>
        async http =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var session = SessionOf(http);
            var (reply, markup) = Render(http, session, render);
            if (reply.Redirect is not null)
            {
                http.Response.Redirect(reply.Redirect);
                return;
            }

            http.Response.StatusCode = reply.Status;
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(markup);
        };

    public RequestDelegate Action(Func<Visit, IFormCollection, ActionReply> act) =>
        async http =>
        {
            var form = await http.Request.ReadFormAsync();
            var session = SessionOf(http);
            string json;
            lock (session.Gate)
                json = act(VisitOf(http, session), form).ToJson().ToJsonString();
            http.Response.Headers.CacheControl = "no-store";
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(json);
        };

    private (PageReply Reply, string Markup) Render(HttpContext http, ShopSession session, Func<Visit, PageReply> render)
    {
        lock (session.Gate)
        {
            var problem = Obey(http, session);
            var visit = VisitOf(http, session);
            var reply = problem ?? render(visit);
            return (reply, reply.Redirect is null ? Layout.Wrap(visit, reply).Markup : "");
        }
    }

    private static PageReply? Obey(HttpContext http, ShopSession session)
    {
        session.Market = Market.Find(http.Request.Query["market"])
            ?? Market.Find(http.Request.PathBase.Value?.TrimStart('/'))
            ?? session.Market;
        if (!http.Request.Query.TryGetValue("fault", out var wanted))
            return null;
        try
        {
            session.Faults = FaultSet.Parse(wanted.ToString());
            return null;
        }
        catch (UnknownFaultException unknown)
        {
            return ProblemPage.UnknownFault(unknown.Message);
        }
    }

    private Visit VisitOf(HttpContext http, ShopSession session) => new(http, shop, session, faults.With(session.Faults));

    private ShopSession SessionOf(HttpContext http)
    {
        if (shop.FindSession(http.Request.Cookies[SessionCookie]) is { } known)
            return known;
        var (id, session) = shop.OpenSession();
        http.Response.Cookies.Append(
            SessionCookie,
            id,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Path = "/",
            }
        );
        return session;
    }
}
