using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Chooses an option of a select field by its label or value.</summary>
internal sealed record SelectOption(LocatorChain Field, string Option) : StepAction;
