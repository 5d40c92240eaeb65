using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Touches an element once; a device without touch clicks.</summary>
internal sealed record Tap(LocatorChain Target) : StepAction;
