using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Clicks an element with the primary button.</summary>
internal sealed record Click(LocatorChain Target) : StepAction;
