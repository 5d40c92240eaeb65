namespace MicroConvQA.Decoding;

/// <summary>What a decoder read of one request.</summary>
/// <param name="Hits">The hits in the order sent.</param>
/// <param name="Problem">What of the request could not be read although the rest could, in one sentence; null = all was read.</param>
public sealed record DecodedHits(IReadOnlyList<Hit> Hits, string? Problem = null)
{
    public static readonly DecodedHits None = new([]);
}
