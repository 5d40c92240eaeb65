using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Journeys.Locators;

/// <summary>How authors name a value that the page shows.</summary>
internal static class PageReadingTable
{
    public static Key<LocatorChain> TextOf { get; } = Key.Optional("text of", LocatorTable.Chain, "The text that an element shows.");

    public static Key<LocatorChain> ValueOf { get; } = Key.Optional("value of", LocatorTable.Chain, "What stands in a field.");

    public static Key<string> Attribute { get; } =
        Key.Optional("attribute", Kinds.Text, "The name of an attribute; 'of' names its element.");

    public static Key<LocatorChain> Of { get; } = Key.Optional("of", LocatorTable.Chain, "The element whose attribute is read.");

    public static Shape Shape { get; } =
        new()
        {
            Name = "page reading",
            Title = "a reading of the page",
            KeyNoun = "key of a page reading",
            Keys = [TextOf, ValueOf, Attribute, Of],
            Groups = [KeyGroup.ExactlyOne(TextOf, ValueOf, Attribute)],
        };

    public static ValueKind<PageReading> Kind { get; } = Kinds.Object(Shape, Build);

    /// <summary>The reading that the keys ask for; null where none is asked for.</summary>
    public static PageReading? Build(Found found, ReadScope scope)
    {
        if (found.Has(Attribute) != found.Has(Of) && !found.Mapping.IsCut)
            scope.Problems.Add(found.Place, "an attribute is read by both keys: {attribute: its name, of: its element}.");
        return found switch
        {
            _ when found.Get(TextOf) is { } text => new PageReading { Kind = PageReadingKind.Text, Target = text },
            _ when found.Get(ValueOf) is { } field => new PageReading { Kind = PageReadingKind.Value, Target = field },
            _ when found.Get(Of) is { } owner && found.Get(Attribute) is { } name => new PageReading
            {
                Kind = PageReadingKind.Attribute,
                Target = owner,
                Attribute = name,
            },
            _ => null,
        };
    }
}
