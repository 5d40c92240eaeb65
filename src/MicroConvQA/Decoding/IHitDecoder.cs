using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding;

/// <summary>
/// One vendor's wire format. An implementer keeps no state: one decoder serves all walks at once, and the same request decodes to the same
/// hits.
/// </summary>
public interface IHitDecoder
{
    VendorProfile Vendor { get; }

    /// <summary>
    /// Whether a request on a host that is nobody's bears this vendor's payload; asked only where a path or a payload key of the
    /// profile matched. Must be strict: a request that two decoders recognise is reported as a problem.
    /// </summary>
    bool Recognises(RequestContent request);

    /// <summary>
    /// The hits of a request of this vendor, with names and types as sent; line numbers and aliases are added by the caller. Throws
    /// <see cref="UnreadableRequestException"/> where nothing can be read; must never return nothing for a request that carries events.
    /// It may take the request's JSON apart, which nobody reads after it.
    /// </summary>
    DecodedHits Decode(RequestContent request);

    /// <summary>
    /// What the vendor would answer; the caller adds the cross-origin headers and answers images, frames and scripts by itself.
    /// </summary>
    StubAnswer AnswerTo(RequestContent request);
}

/// <summary>What a decoder read of one request.</summary>
/// <param name="Hits">The hits in the order sent.</param>
/// <param name="Problem">What of the request could not be read although the rest could, in one sentence; null = all was read.</param>
public sealed record DecodedHits(IReadOnlyList<Hit> Hits, string? Problem = null)
{
    public static readonly DecodedHits None = new([]);
}

/// <summary>What an analytics request is answered with on this machine, so that the vendor's SDK neither retries nor stalls.</summary>
public sealed record StubAnswer
{
    public required int Status { get; init; }

    /// <summary>Header names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public byte[] Body { get; init; } = [];
}
