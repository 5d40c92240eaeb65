namespace MicroConvQA.Judging.Limits;

/// <summary>One thing of a hit that its vendor will not take.</summary>
/// <param name="What">What it is, in a sentence's beginning: <c>the value of 'coupon' has 130 characters</c>.</param>
/// <param name="Limit">What the vendor takes, as the sentence's end: <c>100 are allowed</c>.</param>
/// <param name="NextMove">What to do about it.</param>
internal sealed record LimitBreach(string What, string Limit, string NextMove);
