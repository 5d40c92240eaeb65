using MicroConvQA.Attribution;

namespace MicroConvQA.Matching;

/// <summary>The journey's ledger, balanced: which hits were counted for which expectation, and what is left over.</summary>
internal sealed record MatchReport
{
    /// <summary>Every expectation at every destination that it applies to.</summary>
    public required IReadOnlyList<PairedClaim> Claims { get; init; }

    /// <summary>Hits that count and that no expectation needs, in the order of their creation.</summary>
    public required IReadOnlyList<LedgerHit> Leftovers { get; init; }

    /// <summary>Every hit at a configured destination, counted or not.</summary>
    public required IReadOnlyList<LedgerHit> Hits { get; init; }

    /// <summary>Hits of configured vendors that carry another account, or none where one is configured.</summary>
    public required IReadOnlyList<AttributedHit> AtOtherAccounts { get; init; }
}

/// <summary>
/// An expectation at one destination with the hits that are counted for it, in the order of their creation; what is not required has none.
/// </summary>
internal sealed record PairedClaim(Claim Claim, IReadOnlyList<LedgerHit> Hits);
