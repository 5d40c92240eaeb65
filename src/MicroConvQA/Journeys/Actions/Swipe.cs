using MicroConvQA.Journeys.Locators;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Moves a finger over an element in a direction; a device without touch drags.</summary>
internal sealed record Swipe(LocatorChain Target, SwipeDirection Direction) : StepAction;
