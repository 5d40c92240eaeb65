using MicroConvQA.Journeys.Conditions;

namespace MicroConvQA.Journeys;

/// <summary>What journeys may refer to. Null = not known, because its own file could not be read: such names are not checked.</summary>
internal sealed record KnownNames
{
    /// <summary>Nothing is known, so nothing is checked: a journey is read by itself.</summary>
    public static KnownNames Nothing { get; } = new();

    public IReadOnlyList<KnownConversion>? Conversions { get; init; }

    /// <summary>The file that defines the conversions, for messages.</summary>
    public string ConversionsFile { get; init; } = "the dictionary";

    /// <summary>Names and groups of devices.</summary>
    public IReadOnlyCollection<string>? Devices { get; init; }

    public IReadOnlyCollection<string>? Destinations { get; init; }

    public IReadOnlyCollection<string>? ConsentPresets { get; init; }

    /// <summary>The vendors that there are decoders for.</summary>
    public IReadOnlyCollection<string>? Vendors { get; init; }
}

/// <summary>What a journey must know of a conversion to be read: the rest of the dictionary is the judge's.</summary>
/// <param name="Name">The conversion's name.</param>
/// <param name="Parameters">Its parameters' names.</param>
/// <param name="Destinations">The destinations that it is sent to.</param>
/// <param name="ItemIdField">The field that holds an item's id.</param>
/// <param name="Types">The types of its parameters where the dictionary says them, and of items' fields by dotted name.</param>
internal sealed record KnownConversion(
    string Name,
    IReadOnlyCollection<string> Parameters,
    IReadOnlyCollection<string> Destinations,
    string ItemIdField,
    IReadOnlyDictionary<string, ParameterType> Types
);
