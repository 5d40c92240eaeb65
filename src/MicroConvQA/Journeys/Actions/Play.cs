using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Plays a media element in real time until it has run for a while.</summary>
internal sealed record Play(LocatorChain Target, TimeSpan Duration) : StepAction;
