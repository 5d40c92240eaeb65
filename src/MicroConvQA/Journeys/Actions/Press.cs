using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Presses a key or a chord such as <c>Control+A</c>, on an element or on what has the focus.</summary>
internal sealed record Press(string Key, LocatorChain? Target) : StepAction;
