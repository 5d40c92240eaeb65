using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Reads values from the page into variables.</summary>
internal sealed record Remember(IReadOnlyDictionary<string, PageReading> Readings) : StepAction;
