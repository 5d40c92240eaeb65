namespace MicroConvQA.Journeys.Locators;

/// <summary>What of an element is read.</summary>
public enum PageReadingKind
{
    Text,
    Attribute,
    Value,
}
