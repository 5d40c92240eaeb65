using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Dictionary;

/// <summary>How authors write the dictionary.</summary>
internal static class DictionaryTable
{
    public static Key<IReadOnlyList<MapEntry<Conversion>>> Conversions { get; } =
        Key.Required(
            "conversions",
            Kinds.Map("conversions", KeyForm.Event, ConversionTable.Kind),
            "All micro-conversions of the shop, by name."
        );

    public static Key<IReadOnlyList<string>> Ignore { get; } =
        Key.Optional(
            "ignore",
            Kinds.OneOrMore(Kinds.Text, "event names"),
            "Event names and conversions that are noise in every journey; * stands for any run of characters."
        );

    public static Key<LimitSeverity> VendorLimits { get; } =
        Key.Optional(
            "vendor limits",
            Kinds.Choice<LimitSeverity>(),
            "What a hit is that goes beyond what its vendor documents that it takes.",
            "warning"
        );

    public static Shape Shape { get; } =
        new()
        {
            Name = "dictionary",
            Title = "a dictionary",
            KeyNoun = "dictionary key",
            Keys = [Conversions, Ignore, VendorLimits],
        };
}
