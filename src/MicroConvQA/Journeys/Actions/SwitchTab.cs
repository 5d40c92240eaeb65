namespace MicroConvQA.Journeys.Actions;

/// <summary>Goes on in the tab whose title or URL contains the text, or whose number (from 1) it is.</summary>
internal sealed record SwitchTab(string Tab) : StepAction;
