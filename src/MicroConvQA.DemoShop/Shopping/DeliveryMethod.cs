using MicroConvQA.DemoShop.Markets;

namespace MicroConvQA.DemoShop.Shopping;

/// <summary>A way for the goods to come to the shopper; its tier is what tracking reports.</summary>
internal sealed record DeliveryMethod(string Tier, string Name, string Promise, Func<Market, decimal> Costs)
{
    public static IReadOnlyList<DeliveryMethod> All { get; } =
    [
        new("standard", "Standard", "3–5 working days", market => market.StandardDelivery),
        new("express", "Express", "tomorrow, if you order before three", market => market.ExpressDelivery),
        new("store_pickup", "Store pickup", "ready in two hours", _ => 0m),
    ];

    public static DeliveryMethod? Find(string tier) => All.FirstOrDefault(method => method.Tier == tier);
}
