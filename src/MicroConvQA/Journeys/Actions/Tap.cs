using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Touches an element once; a device without touch clicks.</summary>
public sealed record Tap(LocatorChain Target) : StepAction;
