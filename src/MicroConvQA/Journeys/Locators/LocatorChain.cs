using MicroConvQA.Source;

namespace MicroConvQA.Journeys.Locators;

/// <summary>
/// An ordered fallback of locators: the first that finds exactly one visible element is used, and a fallback that was used is a warning.
/// </summary>
public sealed record LocatorChain(IReadOnlyList<ElementLocator> Locators, SourcePlace Place)
{
    public override string ToString() => string.Join(", else ", Locators);
}
