using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;

namespace MicroConvQA.Decoding.Recognition;

/// <summary>
/// Finds the decoder of a request by looking it up, so that the cost does not grow with the number of vendors: first the configuration's
/// own endpoints, then the vendors' hosts, then paths and payloads on anybody's host. The first of these that knows the request decides.
/// </summary>
internal sealed class Recogniser
{
    private readonly List<(UrlGlob Glob, IHitDecoder Decoder)> _configured = [];
    private readonly HostRoutes _hosts = new();
    private readonly PayloadRoutes _payloads = new();
    private readonly List<IHitDecoder> _dataLayer = [];

    public Recogniser(DecoderSet decoders, IReadOnlyList<Destination> destinations)
    {
        foreach (var decoder in decoders.Decoders)
            Add(decoder);
        foreach (var destination in destinations)
            Add(destination, decoders);
    }

    public DecoderClaim Find(RequestContent request)
    {
        if (request.Request.Transport == Transport.DataLayer)
            return _dataLayer
                .Where(decoder => decoder.Recognises(request))
                .Aggregate(default(DecoderClaim), (claim, next) => claim.Add(next, EndpointCarries.Hits));
        if (Configured(request) is { Decoder: not null } configured)
            return configured;
        return _hosts.Find(request) is { Decoder: not null } hosted ? hosted : _payloads.Find(request);
    }

    private DecoderClaim Configured(RequestContent request)
    {
        var claim = default(DecoderClaim);
        foreach (var (glob, decoder) in _configured)
            if (glob.Matches(request.Request.Url))
                claim = claim.Add(decoder, EndpointCarries.Hits);
        return claim;
    }

    private void Add(IHitDecoder decoder)
    {
        if (decoder.Vendor.ReadsDataLayer)
            _dataLayer.Add(decoder);
        foreach (var endpoint in decoder.Vendor.Endpoints)
            if (endpoint.Host == Endpoint.AnyHost)
                _payloads.Add(new Route(endpoint, decoder));
            else
                _hosts.Add(new Route(endpoint, decoder));
        foreach (var key in decoder.Vendor.PayloadKeys)
            _payloads.AddKey(key, decoder);
    }

    private void Add(Destination destination, DecoderSet decoders)
    {
        var decoder = decoders.Find(destination.Vendor)
            ?? throw new ArgumentException(
                $"The destination '{destination.Name}' names the vendor '{destination.Vendor}', which no decoder reads; there are {string.Join(", ", decoders.VendorNames)}."
            );
        foreach (var endpoint in destination.Endpoints)
            _configured.Add((new UrlGlob(endpoint), decoder));
    }
}
