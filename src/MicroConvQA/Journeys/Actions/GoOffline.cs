namespace MicroConvQA.Journeys.Actions;

/// <summary>Cuts the browser off the network.</summary>
internal sealed record GoOffline : StepAction;
