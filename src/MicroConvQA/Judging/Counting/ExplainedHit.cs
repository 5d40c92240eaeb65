using MicroConvQA.Decoding;

namespace MicroConvQA.Judging.Counting;

/// <summary>A hit that is shown with the reason why it is no double.</summary>
/// <param name="Hit">The hit.</param>
/// <param name="Explanation">What it is.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record ExplainedHit(Hit Hit, HitExplanation Explanation, string Reason);
