using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Puts files into a file field; paths are relative to the journey's file and stay in the workspace.</summary>
internal sealed record Upload(LocatorChain Field, IReadOnlyList<string> Files) : StepAction;
