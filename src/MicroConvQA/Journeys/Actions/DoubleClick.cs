using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Clicks an element twice, as one double click.</summary>
public sealed record DoubleClick(LocatorChain Target) : StepAction;
