namespace MicroConvQA.Journeys.Actions;

/// <summary>Waits until the page's URL matches a glob.</summary>
public sealed record WaitForUrl(string Glob) : StepAction;
