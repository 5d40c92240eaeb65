using MicroConvQA.DemoShop.Serving;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>What a shopper sees instead of a page that is not there.</summary>
internal static class ProblemPage
{
    public static PageReply NotFound() => new("Not here", Html.Of($"""
        <div class="category-head"><h1>This page is not here.</h1><p class="lead">But the lamps are.</p><a class="button" href="/lamps">See all lamps</a></div>
        """)) { Status = 404 };

    public static PageReply UnknownFault(string message) => new("Unknown fault", Html.Of($"""
        <div class="category-head"><h1>Unknown fault</h1><p class="lead">{message}</p></div>
        """)) { Status = 400 };
}
