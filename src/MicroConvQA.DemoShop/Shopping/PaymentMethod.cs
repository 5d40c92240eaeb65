namespace MicroConvQA.DemoShop.Shopping;

/// <summary>A way to pay; its type is what tracking reports.</summary>
internal sealed record PaymentMethod(string Type, string Name, string Explanation)
{
    public static IReadOnlyList<PaymentMethod> All { get; } =
    [
        new("invoice", "Invoice", "Pay within 30 days"),
        new("paypal", "PayPal", "You are not sent anywhere: this is a demo"),
        new("credit_card", "Credit card", "Visa, Mastercard, American Express"),
    ];

    public static PaymentMethod? Find(string type) => All.FirstOrDefault(method => method.Type == type);
}
