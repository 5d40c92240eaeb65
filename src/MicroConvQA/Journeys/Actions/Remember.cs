using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Reads values from the page into variables.</summary>
public sealed record Remember(IReadOnlyDictionary<string, PageReading> Readings) : StepAction;
