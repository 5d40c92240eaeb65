using MicroConvQA.DemoShop.Faults;
using MicroConvQA.DemoShop.Markets;

namespace MicroConvQA.DemoShop.Shopping;

/// <summary>What the shop knows of one visitor; whoever reads or changes it holds its lock.</summary>
internal sealed class ShopSession
{
    private readonly List<string> _compared = [];
    private readonly List<string> _wished = [];

    public Lock Gate { get; } = new();
    public Market Market { get; set; } = Market.Europe;
    public FaultSet Faults { get; set; } = FaultSet.None;
    public Cart Cart { get; set; } = Cart.Empty;
    public Account? Account { get; set; }
    public Address? Address { get; set; }
    public DeliveryMethod? Delivery { get; set; }

    /// <summary>The order that waits for PayPal's word.</summary>
    public Order? Pending { get; set; }

    public Order? Order { get; set; }
    public bool PurchaseReported { get; set; }
    public IReadOnlyList<string> Wished => _wished;
    public IReadOnlyList<string> Compared => _compared;

    public Totals Totals => Totals.Of(Cart.Lines, Cart.Coupon, Delivery, Market);

    /// <summary>Adds or takes away, and says whether the product is on the list now.</summary>
    public bool ToggleWish(string productId) => Toggle(_wished, productId);

    /// <inheritdoc cref="ToggleWish"/>
    public bool ToggleComparison(string productId) => Toggle(_compared, productId);

    private static bool Toggle(List<string> list, string productId)
    {
        if (list.Remove(productId))
            return false;
        list.Add(productId);
        return true;
    }
}
