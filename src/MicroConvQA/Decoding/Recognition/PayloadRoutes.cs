using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Recognition;

/// <summary>
/// How requests on somebody's own host are recognised: by the last segment of the path, then by the names of the payload's fields.
/// </summary>
internal sealed class PayloadRoutes
{
    private readonly Dictionary<string, List<Route>> _byLastSegment = [];
    private readonly Dictionary<string, List<IHitDecoder>> _byKey = [];

    public void Add(Route route)
    {
        var segment = LastSegment(route.Endpoint.Path).ToString();
        if (segment.Length == 0 || segment.Contains('*'))
            throw new ArgumentException(
                $"The decoder '{route.Decoder.Vendor.Name}' claims '{route.Endpoint.Path}' on any host; such a path must end in a fixed segment."
            );
        if (!_byLastSegment.TryGetValue(segment, out var routes))
            _byLastSegment[segment] = routes = [];
        routes.Add(route);
    }

    public void AddKey(string key, IHitDecoder decoder)
    {
        if (!_byKey.TryGetValue(key, out var decoders))
            _byKey[key] = decoders = [];
        decoders.Add(decoder);
    }

    public DecoderClaim Find(RequestContent request)
    {
        var claim = ByPath(request);
        return claim.Decoder is null ? ByKeys(request) : claim;
    }

    private DecoderClaim ByPath(RequestContent request)
    {
        var claim = default(DecoderClaim);
        if (!_byLastSegment.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(LastSegment(request.Path), out var routes))
            return claim;
        foreach (var route in routes)
            if (route.Endpoint.MatchesPath(request.Path) && MayBe(route.Decoder, request))
                claim = claim.Add(route.Decoder, route.Endpoint.Carries);
        return claim;
    }

    /// <summary>
    /// On a vendor's usual path a payload that cannot be read is its own until proven otherwise: unknown, never ignored. A preflight has no
    /// payload, only what the address says: a shop's own /track is not analytics because some vendor has one too.
    /// </summary>
    private static bool MayBe(IHitDecoder decoder, RequestContent request)
    {
        try
        {
            return decoder.Recognises(request);
        }
        catch (UnreadableRequestException)
        {
            return !request.IsPreflight;
        }
    }

    private DecoderClaim ByKeys(RequestContent request)
    {
        if (_byKey.Count == 0)
            return default;
        // A key may stand there thousands of times, and a decoder may look at the whole body: each is asked once.
        var asked = new List<IHitDecoder>();
        try
        {
            var claim = default(DecoderClaim);
            foreach (var field in request.Query)
                claim = Add(field.Name, request, asked, claim);
            return claim.Decoder is null && IsSearched(request) ? InBody(request, asked) : claim;
        }
        catch (UnreadableRequestException)
        {
            // Any page's request may be unreadable to us; without a vendor's path or keys nothing says that it is one's.
            return default;
        }
    }

    private DecoderClaim InBody(RequestContent request, List<IHitDecoder> asked)
    {
        var claim = default(DecoderClaim);
        if (!request.IsJson)
            foreach (var field in request.Form)
                claim = Add(field.Name, request, asked, claim);
        else if (request.JsonLines is [var first, ..] && (first is JArray list ? list.First : first) is JObject message)
            foreach (var property in message.Properties())
                claim = Add(property.Name, request, asked, claim);
        return claim;
    }

    private DecoderClaim Add(string key, RequestContent request, List<IHitDecoder> asked, DecoderClaim claim)
    {
        if (!_byKey.TryGetValue(key, out var decoders))
            return claim;
        foreach (var decoder in decoders)
            if (!asked.Contains(decoder))
            {
                asked.Add(decoder);
                if (decoder.Recognises(request))
                    claim = claim.Add(decoder, EndpointCarries.Hits);
            }
        return claim;
    }

    private static bool IsSearched(RequestContent request) =>
        request.Request
            is { BodyState: not (BodyState.Cut or BodyState.Unreadable), Body.Length: > 0 and <= DecodingLimits.FingerprintBytes };

    private static ReadOnlySpan<char> LastSegment(ReadOnlySpan<char> path)
    {
        var trimmed = path.TrimEnd('/');
        return trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }
}
