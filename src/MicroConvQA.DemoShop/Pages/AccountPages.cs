using MicroConvQA.DemoShop.Serving;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>Log in, create an account, see that one is logged in.</summary>
internal static class AccountPages
{
    public static PageReply Account(Visit visit) => new("Account", visit.Session.Account is { } account
        ? Html.Of($"""
            <div class="form-page"><h1>Hello, {account.FirstName}.</h1><p class="lead">You are logged in as {account.Email}.</p>
            <form data-action="/api/account/logout"><button class="second">Log out</button></form></div>
            """)
        : Html.Of($"""
            <div class="form-page"><h1>Log in</h1><form data-action="/api/account/login" class="fields" novalidate>
            {CheckoutPages.Field("E-mail", "email", "email", "email", "")}{CheckoutPages.Field("Password", "password", "password", "current-password", "")}
            <p class="problem" role="alert"></p><button class="wide">Log in</button></form>
            <p>New here? <a href="/account/create">Create an account</a></p></div>
            """));

    public static PageReply Create(Visit visit) => new("Create an account", Html.Of($"""
        <div class="form-page"><h1>Create an account</h1><p class="lead">Faster at the checkout, and your wishlist stays.</p>
        <form data-action="/api/account/create" class="fields" novalidate>
        {CheckoutPages.Field("First name", "first", "text", "given-name", "", half: true)}{CheckoutPages.Field("Last name", "last", "text", "family-name", "", half: true)}
        {CheckoutPages.Field("E-mail", "email", "email", "email", "")}{CheckoutPages.Field("Password", "password", "password", "new-password", "")}
        <p class="problem" role="alert"></p><button class="wide">Create account</button></form></div>
        """));
}
