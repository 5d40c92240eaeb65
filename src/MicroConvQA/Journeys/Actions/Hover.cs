using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Rests the pointer over an element.</summary>
internal sealed record Hover(LocatorChain Target) : StepAction;
