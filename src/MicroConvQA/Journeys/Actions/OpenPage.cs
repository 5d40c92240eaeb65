namespace MicroConvQA.Journeys.Actions;

/// <summary>Goes to a URL, relative to the base URL or absolute.</summary>
public sealed record OpenPage(string Url) : StepAction;
