using MicroConvQA.Journeys.Consent;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Answers the banner of a consent platform: accepts all, refuses all, or chooses on its second layer.</summary>
/// <param name="Platform">Whose banner it is.</param>
/// <param name="Analytics">Whether analytics are granted.</param>
/// <param name="Ads">Whether ads are granted.</param>
internal sealed record AnswerBanner(ConsentPlatform Platform, bool Analytics, bool Ads) : StepAction;
