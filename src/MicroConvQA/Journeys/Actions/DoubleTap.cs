using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Touches an element twice in quick succession.</summary>
internal sealed record DoubleTap(LocatorChain Target) : StepAction;
