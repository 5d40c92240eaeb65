using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Clarity;

/// <summary>
/// Microsoft Clarity: session replay, among whose entries a shop's own events and tags stand. Source: clarity-js 0.8.70. It is no
/// declaration, because that would keep the replay with each event.
/// </summary>
internal sealed class ClarityDecoder : IHitDecoder
{
    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "clarity",
            Title = "Microsoft Clarity",
            Account = "the project's id",
            Endpoints = [new Endpoint("*.clarity.ms", "*/collect"), new Endpoint("c.clarity.ms", "/c.gif", EndpointCarries.NoHits)],
            Aliases = AliasNames.CustomaryAt,
            Evidence = Evidence.RealSdk,
        };

    public bool Recognises(RequestContent request) => false;

    public DecodedHits Decode(RequestContent request)
    {
        if (request.Json is not JObject message || message["e"] is not JArray envelope)
            throw new UnreadableRequestException("It holds no list 'e', which says whose it is.");
        var hits = new List<Hit>();
        foreach (var entry in message["a"] as JArray ?? [])
            if (ClarityHit.Read(request.Request, envelope, entry) is { } hit)
                hits.Add(hits.Count < DecodingLimits.Events ? hit : throw WireList.TooManyEvents());
        return new DecodedHits(hits);
    }

    public StubAnswer AnswerTo(RequestContent request) => StubAnswers.NoContent;
}
