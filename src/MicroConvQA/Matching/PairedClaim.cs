namespace MicroConvQA.Matching;

/// <summary>
/// An expectation at one destination with the hits that are counted for it, in the order of their creation; what is not required has none.
/// </summary>
internal sealed record PairedClaim(Claim Claim, IReadOnlyList<LedgerHit> Hits);
