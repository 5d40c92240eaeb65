using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Scrolls until an element is in view.</summary>
internal sealed record ScrollTo(LocatorChain Target) : StepAction;
