using MicroConvQA.Recording;

namespace MicroConvQA.Decoding;

/// <summary>
/// What a request turned out to be: a vendor's with its hits, a vendor's that could not be read, or none of a known vendor's.
/// </summary>
public sealed record DecodedRequest
{
    public required CapturedRequest Request { get; init; }

    /// <summary>The vendor that it belongs to; null = no decoder knows it.</summary>
    public string? Vendor { get; init; }

    public IReadOnlyList<Hit> Hits { get; init; } = [];

    /// <summary>Why it could not be decoded, in one sentence; null = it was.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether its vendor was sent something that is not known; what never left the browser was sent to nobody.</summary>
    public bool HidesHits => Problem is not null && Request.Fate != RequestFate.NotDelivered;
}
