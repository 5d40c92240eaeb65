using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Waits until an element is visible.</summary>
internal sealed record WaitForElement(LocatorChain Target) : StepAction;
