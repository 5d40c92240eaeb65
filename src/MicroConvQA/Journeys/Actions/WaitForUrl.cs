namespace MicroConvQA.Journeys.Actions;

/// <summary>Waits until the page's URL matches a glob.</summary>
internal sealed record WaitForUrl(string Glob) : StepAction;
