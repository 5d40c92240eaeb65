namespace MicroConvQA.DemoShop.Shopping;

/// <summary>A way to pay; its type is what tracking reports.</summary>
internal sealed record PaymentMethod(string Type, string Name, string Explanation)
{
    public const string PayPal = "paypal";

    public static IReadOnlyList<PaymentMethod> All { get; } =
    [
        new("invoice", "Invoice", "Pay within 30 days"),
        new(PayPal, "PayPal", "You confirm or cancel on the next page"),
        new("credit_card", "Credit card", "Visa, Mastercard, American Express"),
    ];

    public static PaymentMethod? Find(string type) => All.FirstOrDefault(method => method.Type == type);
}
