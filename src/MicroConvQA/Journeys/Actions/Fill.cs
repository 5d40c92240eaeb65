using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Types a text into a field; one action of the author may fill several fields and becomes one of these each.</summary>
internal sealed record Fill(LocatorChain Field, string Value) : StepAction;
