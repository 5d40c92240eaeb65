namespace MicroConvQA.Decoding.Meta;

/// <summary>
/// What Meta's standard events need (developers.facebook.com/docs/meta-pixel/reference), and how long the name of a custom one may be
/// (developers.facebook.com/docs/meta-pixel/implementation/conversion-tracking).
/// </summary>
internal static class MetaLimits
{
    public static readonly VendorLimits All = new()
    {
        Source = "https://developers.facebook.com/docs/meta-pixel/reference",
        Consequence = "Meta takes the event without an error, but leaves it out of what it optimises and reports by.",
        EventName = 50,
        Required = new Dictionary<string, IReadOnlyList<string>> { ["Purchase"] = ["currency", "value"] },
    };
}
