using MicroConvQA.Dictionary;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Source;

namespace MicroConvQA.Specs;

internal static partial class Any
{
    public static SourceText SourceText(string file = "journeys/any.yaml") => new(file, "any: text\n");

    public static SourcePlace Place(int line = 1, string file = "journeys/any.yaml") => new(file, line, 3);

    /// <summary>A conversion that every named destination is sent under its own name.</summary>
    public static Conversion Conversion(string name = "add_to_cart", params string[] destinations) =>
        new()
        {
            Name = name,
            Title = Titled(name),
            Definition = "Any definition.",
            Trigger = "Any trigger.",
            Stage = FunnelStage.Consideration,
            Tier = 1,
            Weight = 5,
            At = (destinations.Length == 0 ? ["ga4"] : destinations).ToDictionary(at => at, _ => new DestinationEvent { Event = name }),
            Place = Place(file: "journeys/dictionary.yaml"),
        };

    public static ParameterRule Parameter(string name, ParameterType? type = null, bool required = true) =>
        new()
        {
            Name = name,
            Type = type,
            Required = required,
        };

    public static ConversionDictionary Dictionary(params Conversion[] conversions) =>
        new() { Conversions = conversions.Length == 0 ? [Conversion()] : conversions, Source = SourceText("journeys/dictionary.yaml") };

    private static string Titled(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
}
