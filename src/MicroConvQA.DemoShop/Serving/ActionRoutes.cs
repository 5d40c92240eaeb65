namespace MicroConvQA.DemoShop.Serving;

/// <summary>Every action of a shopper and its path.</summary>
internal static class ActionRoutes
{
    public static void MapActions(this IEndpointRouteBuilder routes, Visits visits)
    {
        void Map(string path, Func<Visit, IFormCollection, ActionReply> act) => routes.MapPost(path, visits.Action(act));

        Map("/api/cart/add", ShopActions.AddToCart);
        Map("/api/cart/quantity", ShopActions.ChangeQuantity);
        Map("/api/cart/remove", ShopActions.RemoveFromCart);
        Map("/api/cart/coupon", ShopActions.ApplyCoupon);
        Map("/api/wishlist", ShopActions.ToggleWish);
        Map("/api/compare", ShopActions.ToggleComparison);
        Map("/api/delivery-estimate", ShopActions.EstimateDelivery);
        Map("/api/stores", ShopActions.FindStores);
        Map("/api/back-in-stock", ShopActions.AlertWhenBack);
        Map("/api/newsletter", ShopActions.SubscribeToNewsletter);
        Map("/api/sms", ShopActions.SignUpForSms);
        Map("/api/checkout/begin", CheckoutActions.Begin);
        Map("/api/checkout/address", CheckoutActions.CompleteAddress);
        Map("/api/checkout/delivery", CheckoutActions.ChooseDelivery);
        Map("/api/checkout/payment", CheckoutActions.Pay);
        Map("/api/checkout/confirm", CheckoutActions.ConfirmPayment);
        Map("/api/checkout/cancel", CheckoutActions.CancelPayment);
        Map("/api/account/create", CheckoutActions.CreateAccount);
        Map("/api/account/login", CheckoutActions.LogIn);
        Map("/api/account/logout", CheckoutActions.LogOut);
    }
}
