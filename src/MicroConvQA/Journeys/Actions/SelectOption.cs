using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Chooses an option of a select field by its label or value.</summary>
public sealed record SelectOption(LocatorChain Field, string Option) : StepAction;
