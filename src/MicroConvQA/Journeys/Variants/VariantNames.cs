namespace MicroConvQA.Journeys.Variants;

/// <summary>The names of the variants, the same in YAML, on the command line and in reports.</summary>
internal static class VariantNames
{
    /// <summary>All variants by name.</summary>
    public static IReadOnlyDictionary<string, ShopperVariant> All { get; } =
        new Dictionary<string, ShopperVariant>
        {
            ["reload"] = ShopperVariant.Reload,
            ["back"] = ShopperVariant.Back,
            ["two-tabs"] = ShopperVariant.TwoTabs,
            ["double-click"] = ShopperVariant.DoubleClick,
            ["quantity"] = ShopperVariant.Quantity,
            ["currency"] = ShopperVariant.Currency,
            ["cancelled-payment"] = ShopperVariant.CancelledPayment,
            ["offline"] = ShopperVariant.Offline,
            ["withdrawn-consent"] = ShopperVariant.WithdrawnConsent,
        };

    public static string Of(ShopperVariant variant) => All.First(name => name.Value == variant).Key;
}
