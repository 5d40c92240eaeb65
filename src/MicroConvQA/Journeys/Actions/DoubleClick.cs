using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Clicks an element twice, as one double click.</summary>
internal sealed record DoubleClick(LocatorChain Target) : StepAction;
