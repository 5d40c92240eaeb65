using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Ticks a check box or chooses a radio button.</summary>
public sealed record Check(LocatorChain Target) : StepAction;
