using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.Floodlight;

/// <summary>
/// The fields of an activity's path, under the names of gtag's calls (support.google.com/campaignmanager/answer/7554821).
/// </summary>
internal static class FloodlightFields
{
    /// <summary>What stands before the fields; the letter says whether an image, a frame or a script is asked for.</summary>
    public static readonly string[] Paths = ["/activity;", "/activityi;", "/activityj;", "/ddm/activity/", "/ddm/activityi/"];

    /// <summary>The products of a sale: <c>i1:SKU|p1:19.99|q1:1|c:us|l:en</c>.</summary>
    public const string Products = "prd";

    public static readonly FieldMeanings Table = new()
    {
        Parameters = new Dictionary<string, string>
        {
            ["cost"] = "value",
            ["qty"] = "quantity",
            ["~oref"] = "page_location",
        },
        Numbers = new HashSet<string> { "cost", "qty" },
        Lifted = new HashSet<string> { "src", "type", "cat", "gcs", "gcd", Products },
    };

    public static readonly AliasNames Aliases = new()
    {
        Value = ["value"],
        TransactionId = ["transaction_id"],
        ItemId = ["id"],
    };

    /// <summary>The fields of the path, and what stands behind it as a query.</summary>
    public static FieldList Read(RequestContent request)
    {
        var start = Paths.FirstOrDefault(path => request.Path.StartsWith(path, StringComparison.Ordinal));
        var fields = new List<Field>();
        foreach (var part in WireList.Split(start is null ? null : request.Path[start.Length..], ';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            fields.Add(equals < 0 ? new Field(part, "") : new Field(part[..equals], Uri.UnescapeDataString(part[(equals + 1)..])));
        }
        return new FieldList([.. fields, .. request.Query]);
    }
}
