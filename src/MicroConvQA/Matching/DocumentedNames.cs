using MicroConvQA.Decoding;
using MicroConvQA.Decoding.DataLayer;

namespace MicroConvQA.Matching;

/// <summary>
/// Which of the dictionary's names a vendor documents itself. Nothing else stands for such a parameter where it is demanded: an
/// <c>id</c> is no <c>item_id</c> to Google Analytics 4, which then counts an item without one.
/// </summary>
internal static class DocumentedNames
{
    public static bool Has(Hit hit, string name) =>
        StandardDecoders.All.Find(hit.Vendor)?.Vendor is { Aliases: { FreeForm: false } names } vendor
        && !(vendor.ReadsDataLayer && EcommerceObject.IsUniversal(hit.Parameters))
        && name switch
        {
            "value" => names.Value is [var own, ..] && own == name,
            "currency" => names.Currency is [var own, ..] && own == name,
            "transaction_id" => names.TransactionId is [var own, ..] && own == name,
            HitItem.Id => names.ItemId is [var own, ..] && own == name,
            _ => false,
        };
}
