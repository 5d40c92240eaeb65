namespace MicroConvQA.Journeys;

/// <summary>What a journey must know of a conversion to be read: the rest of the dictionary is the judge's.</summary>
/// <param name="Name">The conversion's name.</param>
/// <param name="Parameters">Its parameters' names.</param>
/// <param name="Destinations">The destinations that it is sent to.</param>
/// <param name="ItemIdField">The field that holds an item's id.</param>
internal sealed record KnownConversion(
    string Name,
    IReadOnlyCollection<string> Parameters,
    IReadOnlyCollection<string> Destinations,
    string ItemIdField = "item_id"
);
