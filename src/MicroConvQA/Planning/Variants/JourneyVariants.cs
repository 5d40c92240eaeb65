using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Variants;

namespace MicroConvQA.Planning.Variants;

/// <summary>
/// Derives from a journey the walks of shoppers who do something beside its path; the same journey always gives the same.
/// </summary>
internal static class JourneyVariants
{
    private static readonly Dictionary<ShopperVariant, Func<Journey, ConversionDictionary, Derivation>> Table = new()
    {
        [ShopperVariant.Reload] = Confirmation.Reloaded,
        [ShopperVariant.Back] = Confirmation.LeftAndComeBackTo,
        [ShopperVariant.TwoTabs] = Confirmation.InTwoTabs,
        [ShopperVariant.DoubleClick] = DoubleClicks.Derive,
        [ShopperVariant.Quantity] = ThreePieces.Derive,
        [ShopperVariant.Currency] = OtherCurrency.Derive,
        [ShopperVariant.CancelledPayment] = CancelledPayment.Derive,
        [ShopperVariant.Offline] = LostNetwork.Derive,
        [ShopperVariant.WithdrawnConsent] = WithdrawnConsent.Derive,
    };

    /// <summary>The journey as a variant's shopper walks it, under its own name, or why there is none.</summary>
    public static Derivation Of(Journey journey, ShopperVariant variant, ConversionDictionary dictionary)
    {
        var derived = Table[variant](journey, dictionary);
        return derived.Journey is { } walked
            ? Derivation.To(walked with { Title = $"{journey.Title} ({VariantNames.Of(variant)})" })
            : derived;
    }
}
