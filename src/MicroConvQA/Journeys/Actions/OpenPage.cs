namespace MicroConvQA.Journeys.Actions;

/// <summary>Goes to a URL, relative to the base URL or absolute.</summary>
internal sealed record OpenPage(string Url) : StepAction;
