namespace MicroConvQA.Journeys.Actions;

/// <summary>Goes forward in the tab's history.</summary>
public sealed record GoForward : StepAction;
