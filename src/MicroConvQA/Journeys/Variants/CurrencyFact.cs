namespace MicroConvQA.Journeys.Variants;

/// <summary>Where the shop has another currency.</summary>
/// <param name="Start">The first page that switches to it: <c>/?market=us</c>.</param>
/// <param name="Is">Its ISO 4217 code.</param>
/// <param name="Except">Parameters whose conditions hold in the journey's own market only, such as a tax rate.</param>
public sealed record CurrencyFact(string Start, string Is, IReadOnlyList<string> Except);
