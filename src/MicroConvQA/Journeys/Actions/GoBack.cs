namespace MicroConvQA.Journeys.Actions;

/// <summary>Goes back in the tab's history.</summary>
public sealed record GoBack : StepAction;
