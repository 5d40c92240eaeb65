namespace MicroConvQA.DemoShop.Faults;

/// <summary>The faults that the shop's server commits; the others are committed by its scripts.</summary>
internal static class FaultNames
{
    public const string RenamedAddToCart = "renamed-add-to-cart";
    public const string PhoneOnlyMissing = "phone-only-missing";
    public const string BeginCheckoutThrice = "begin-checkout-thrice";
    public const string StringValue = "string-value";
    public const string WrongItemId = "wrong-item-id";
    public const string CurrencyLowerCase = "currency-lower-case";
    public const string ListNameUndefined = "list-name-undefined";
    public const string MissingParameter = "missing-parameter";
    public const string ShippingTierMissing = "shipping-tier-missing";
    public const string TransactionIdMissing = "transaction-id-missing";
    public const string ItemsEmpty = "items-empty";
    public const string SearchWithoutResultFires = "search-without-result-fires";
    public const string ViewCartOnAdd = "view-cart-on-add";
    public const string CompareOnRemoval = "compare-on-removal";
    public const string PurchaseOnReload = "purchase-on-reload";
    public const string PurchaseOnCancelledPayment = "purchase-on-cancelled-payment";
    public const string PurchaseOnAddToCart = "purchase-on-add-to-cart";
    public const string SignUpOnLogin = "sign-up-on-login";
    public const string CheckoutOnCartView = "checkout-on-cart-view";
    public const string DeliveryOnPageView = "delivery-on-page-view";
    public const string PaymentOnPageView = "payment-on-page-view";
    public const string PaymentBeforeClick = "payment-before-click";
    public const string TwoContainers = "two-containers";
    public const string ConsentGrantedByDefault = "consent-granted-by-default";
    public const string ConsentAfterConfig = "consent-after-config";
    public const string EmailInSignUp = "email-in-sign-up";
    public const string EmailInUrl = "email-in-url";
    public const string HashedEmailInLogin = "hashed-email-in-login";
    public const string PhoneInSmsSignup = "phone-in-sms-signup";
    public const string TooManyParameters = "too-many-parameters";
    public const string ReservedParameter = "reserved-parameter";
    public const string RenamedButton = "renamed-button";
    public const string CheckoutClosed = "checkout-closed";
}
