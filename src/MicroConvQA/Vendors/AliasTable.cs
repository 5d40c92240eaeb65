using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Vendors;

/// <summary>The keys that say under which names value, currency, transaction id and item ids stand.</summary>
internal static class AliasTable
{
    private static readonly ValueKind<IReadOnlyList<string>> s_names = Kinds.OneOrMore(Kinds.Text, "names");
    private static readonly Key<IReadOnlyList<string>> s_value = Key.Optional(
        "value",
        s_names,
        "Parameters that hold the value, by dotted path."
    );
    private static readonly Key<IReadOnlyList<string>> s_currency = Key.Optional("currency", s_names, "Parameters that hold the currency.");
    private static readonly Key<IReadOnlyList<string>> s_transactionId = Key.Optional(
        "transaction id",
        s_names,
        "Parameters that hold the order's id."
    );
    private static readonly Key<IReadOnlyList<string>> s_itemId = Key.Optional("item id", s_names, "Fields of an item that hold its id.");
    private static readonly Key<IReadOnlyList<string>> s_itemCurrency = Key.Optional(
        "item currency",
        s_names,
        "Fields of the first item that hold the currency where no parameter does."
    );
    private static readonly Key<IReadOnlyList<string>> s_onlyItemId = Key.Optional(
        "only item id",
        s_names,
        "Parameters that hold the id of the one item of a hit without items."
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "aliases",
            Title = "'aliases'",
            KeyNoun = "alias",
            Keys = [s_value, s_currency, s_transactionId, s_itemId, s_itemCurrency, s_onlyItemId],
        };

    public static ValueKind<AliasDeclaration> Kind { get; } = Kinds.Object<AliasDeclaration>(Shape, (found, _) => new AliasDeclaration
            {
                Value = found.Or(s_value, []),
                Currency = found.Or(s_currency, []),
                TransactionId = found.Or(s_transactionId, []),
                ItemId = found.Or(s_itemId, []),
                ItemCurrency = found.Or(s_itemCurrency, []),
                OnlyItemId = found.Or(s_onlyItemId, []),
            });
}
