namespace MicroConvQA.Journeys.Actions;

/// <summary>Goes forward in the tab's history.</summary>
internal sealed record GoForward : StepAction;
