namespace MicroConvQA.Journeys.Actions;

/// <summary>Answers the shop's consent question by a preset of the configuration.</summary>
internal sealed record AnswerConsent(string Preset) : StepAction;
