namespace MicroConvQA.DemoShop.Faults;

/// <summary>The faults that the shop's server commits; the others are committed by its scripts.</summary>
internal static class FaultNames
{
    public const string MissingAddToCart = "missing-add-to-cart";
    public const string MissingParameter = "missing-parameter";
    public const string WrongCurrency = "wrong-currency";
    public const string StringValue = "string-value";
    public const string PhoneOnlyMissing = "phone-only-missing";
    public const string WrongItemId = "wrong-item-id";
    public const string PurchaseOnReload = "purchase-on-reload";
    public const string SearchWithoutResultFires = "search-without-result-fires";
    public const string ShippingTierMissing = "shipping-tier-missing";
    public const string ValueWithoutShipping = "value-without-shipping";
    public const string EmailInSignUp = "email-in-sign-up";
    public const string RenamedButton = "renamed-button";
}
