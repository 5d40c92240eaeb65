using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Clears a check box.</summary>
internal sealed record Uncheck(LocatorChain Target) : StepAction;
