namespace MicroConvQA.Journeys.Actions;

/// <summary>Opens a further tab and goes on there; a URL of null leaves it empty.</summary>
internal sealed record NewTab(string? Url) : StepAction;
