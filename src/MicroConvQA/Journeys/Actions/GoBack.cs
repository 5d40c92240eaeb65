namespace MicroConvQA.Journeys.Actions;

/// <summary>Goes back in the tab's history.</summary>
internal sealed record GoBack : StepAction;
