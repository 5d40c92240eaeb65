using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Ticks a check box or chooses a radio button.</summary>
internal sealed record Check(LocatorChain Target) : StepAction;
