using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;
using MicroConvQA.Recording;

namespace MicroConvQA.Decoding;

/// <summary>
/// Decodes captured requests of all known vendors, and knows what each would be answered. It has no state and never throws on what a page
/// sent.
/// </summary>
internal sealed class TrafficDecoder
{
    private readonly Recogniser _recogniser;

    public TrafficDecoder(DecoderSet decoders, IReadOnlyList<Destination> destinations)
    {
        _recogniser = new Recogniser(decoders, destinations);
        VendorHosts =
        [
            .. decoders
                .Decoders.SelectMany(decoder => decoder.Vendor.Endpoints)
                .Select(endpoint => endpoint.Host)
                .Where(host => host != Endpoint.AnyHost)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The vendors' own hosts as patterns: <c>www.example.com</c>, <c>*.example.com</c>, <c>www.example.*</c>.</summary>
    public IReadOnlyList<string> VendorHosts { get; }

    /// <summary>With the built-in decoders, and the destinations' first-party endpoints.</summary>
    public static TrafficDecoder For(IReadOnlyList<Destination> destinations) => new(StandardDecoders.All, destinations);

    /// <summary>With the built-in decoders and those that the workspace declares, and the destinations' first-party endpoints.</summary>
    public static TrafficDecoder For(RunConfiguration configuration) =>
        new(StandardDecoders.All.WithDeclared(configuration.Vendors), configuration.Destinations);

    public DecodedRequest Decode(CapturedRequest request)
    {
        var content = new RequestContent(request);
        var claim = _recogniser.Find(content);
        if (claim.Decoder is not { } decoder)
            return new DecodedRequest { Request = request };
        var unread = new DecodedRequest { Request = request, Vendor = decoder.Vendor.Name };
        if (content.IsPreflight)
            return unread;
        if (claim.Rival is { } rival)
            return unread with { Problem = TwoClaims(decoder.Vendor, rival.Vendor) };
        return claim.Carries == EndpointCarries.NoHits ? unread : Decode(content, decoder, unread);
    }

    /// <summary>
    /// Whether a request belongs to a known vendor; a preflight where its address alone says that the request it asks for does.
    /// </summary>
    public bool IsAnalytics(CapturedRequest request) => VendorOf(request) is not null;

    /// <inheritdoc cref="VendorOf(string, string, byte[])"/>
    public bool IsAnalytics(string method, string url, byte[]? body = null) => VendorOf(method, url, body) is not null;

    /// <summary>The vendor that a request belongs to; null = none that is known.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="url">The URL as on the wire.</param>
    /// <param name="body">The body's bytes, by which payloads on first-party hosts are recognised; null = not known, then the path
    /// decides.</param>
    public string? VendorOf(string method, string url, byte[]? body = null) =>
        VendorOf(
            new CapturedRequest
            {
                Number = 0,
                At = TimeSpan.Zero,
                Transport = Transport.Other,
                Method = method,
                Url = url,
                Body = body ?? [],
                BodyState = body is null ? BodyState.Unreadable : BodyState.Complete,
                StepIndex = -1,
                Fate = RequestFate.NotDelivered,
                SeenBy = Sightings.None,
            }
        );

    private string? VendorOf(CapturedRequest request) => _recogniser.Find(new RequestContent(request)).Decoder?.Vendor.Name;

    /// <summary>What the request is answered with on this machine; of a request that is nobody's, an empty answer.</summary>
    public StubAnswer AnswerTo(CapturedRequest request)
    {
        var content = new RequestContent(request);
        if (content.IsPreflight)
            return CrossOrigin.Preflight(content);
        var answer = request.Transport switch
        {
            Transport.Image => StubAnswers.Pixel,
            Transport.Document => StubAnswers.EmptyPage,
            Transport.Script => StubAnswers.EmptyScript,
            _ => _recogniser.Find(content).Decoder?.AnswerTo(content) ?? StubAnswers.NoContent,
        };
        return CrossOrigin.Allow(answer, content);
    }

    private static DecodedRequest Decode(RequestContent content, IHitDecoder decoder, DecodedRequest unread)
    {
        try
        {
            var decoded = decoder.Decode(content);
            var hits = new Hit[decoded.Hits.Count];
            for (var line = 0; line < hits.Length; line++)
                hits[line] = AliasLayer.Complete(decoded.Hits[line], decoder.Vendor, line, content.Remarks);
            return unread with { Hits = hits, Problem = decoded.Problem };
        }
        catch (UnreadableRequestException problem)
        {
            return unread with { Problem = $"{Named(decoder.Vendor)} could not be decoded. {problem.Message}" };
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A team's own decoder may have a bug, and one hostile request must not end a night of walks.
            return unread with
            {
                Problem =
                    $"The decoder '{decoder.Vendor.Name}' failed, which is a bug of that decoder: {bug.GetType().Name}: {bug.Message}",
            };
        }
    }

    private static string Named(VendorProfile vendor) =>
        vendor.ReadsDataLayer ? "A push to the data layer" : $"The request to {vendor.Title}";

    private static string TwoClaims(VendorProfile vendor, VendorProfile rival) =>
        $"Both {vendor.Title} ('{vendor.Name}') and {rival.Title} ('{rival.Name}') recognise this request, so its hits are unknown. "
        + "Say whose it is: put its URL into the 'endpoints' of one destination in playwright.config.json.";
}
