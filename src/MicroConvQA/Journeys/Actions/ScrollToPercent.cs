namespace MicroConvQA.Journeys.Actions;

/// <summary>Scrolls to a share of the page's height, 0 to 100.</summary>
internal sealed record ScrollToPercent(int Percent) : StepAction;
