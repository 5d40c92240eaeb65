using MicroConvQA.DemoShop.Serving;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>Both opt-ins on one page.</summary>
internal static class NewsletterPage
{
    public static PageReply Render(Visit visit) => new("Newsletter and SMS", Html.Of($"""
        <div class="category-head"><p class="eyebrow">Stay in touch</p><h1>Letters about light</h1></div>
        <div class="two">
        <form class="panel fields" data-action="/api/newsletter" novalidate><h2>By e-mail</h2><p>Twice a month: rooms, workshops, and 10 % off your first order.</p><input type="hidden" name="method" value="page">
        {CheckoutPages.Field("E-mail", "email", "email", "email", "")}<p class="problem" role="alert"></p><button class="wide">Subscribe to newsletter</button></form>
        <form class="panel fields" data-action="/api/sms" novalidate><h2>By SMS</h2><p>Only when something that was sold out is back.</p>
        {CheckoutPages.Field("Phone", "phone", "tel", "tel", "")}<p class="problem" role="alert"></p><button class="wide">Sign up for SMS</button></form>
        </div>
        """)) { FooterNewsletter = false };
}
