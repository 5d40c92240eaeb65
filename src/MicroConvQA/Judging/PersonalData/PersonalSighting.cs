using MicroConvQA.Decoding;

namespace MicroConvQA.Judging.PersonalData;

/// <summary>A part of the shopper, seen at one place of a request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Hit">Its hit that holds the place; null = the place is the request's own.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Trace">What it was recognised by.</param>
/// <param name="Excerpt">What of it may be shown.</param>
internal sealed record PersonalSighting(DecodedRequest Request, Hit? Hit, PersonalPlace Place, PersonalTrace Trace, string Excerpt)
{
    /// <summary>What is one and the same fact wherever it is read from: the same part, hashed or not.</summary>
    public (PersonalPart, NameHalf, bool) Fact => (Trace.Part, Trace.Form.Half, Trace.IsDigest);
}
