namespace MicroConvQA.Decoding.Aliases;

/// <summary>
/// Under which of the vendor's own names value, currency, transaction id and item ids are sent; the first that is there counts.
/// The first is the one that the vendor documents.
/// </summary>
public sealed record AliasNames
{
    /// <summary>Paths in the parameters, with dots.</summary>
    public IReadOnlyList<string> Value { get; init; } = [];

    public IReadOnlyList<string> Currency { get; init; } = [];

    public IReadOnlyList<string> TransactionId { get; init; } = [];

    /// <summary>Fields of an item.</summary>
    public IReadOnlyList<string> ItemId { get; init; } = [];

    /// <summary>Fields of the first item that say the currency where no parameter does.</summary>
    public IReadOnlyList<string> ItemCurrency { get; init; } = [];

    /// <summary>Parameters that name the one item of a hit without items.</summary>
    public IReadOnlyList<string> OnlyItemId { get; init; } = [];

    /// <summary>
    /// Whether shops choose the names themselves, so that only letters and digits are compared: <c>Order ID</c> is <c>order_id</c>.
    /// </summary>
    public bool FreeForm { get; init; }

    /// <summary>The names that shops use at vendors that prescribe none.</summary>
    public static AliasNames CustomaryAt { get; } =
        new()
        {
            FreeForm = true,
            Value = ["value", "revenue", "amount", "total", "order_total", "order_value", "cart_total", "cart_value", "total_value"],
            Currency = ["currency", "currency_code"],
            TransactionId = ["transaction_id", "order_id", "order_number", "order"],
            ItemCurrency = ["currency"],
            ItemId = ["item_id", "product_id", "sku", "item_sku", "product_sku", "variant_id", "id"],
            OnlyItemId = ["item_id", "product_id", "sku", "item_sku", "product_sku"],
        };

    /// <summary>The names under which shops send a list of items at vendors that prescribe none.</summary>
    public static IReadOnlyList<string> CustomaryItemLists { get; } = ["items", "products", "line_items", "cart_items", "contents"];
}
