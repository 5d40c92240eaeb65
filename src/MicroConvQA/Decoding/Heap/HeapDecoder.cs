using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;

namespace MicroConvQA.Decoding.Heap;

/// <summary>
/// Heap's classic script (4.0): a page view in the query of an image, or several interactions in numbered fields of one. Its newer script
/// sends Protocol Buffers whose schema is not public. Source: requests to heapanalytics.com/h in recorded load tests that others published;
/// developers.heap.io, "Track" (the server's JSON). What the classic script sends with an event of the shop's own is known in part only.
/// </summary>
internal sealed class HeapDecoder : IHitDecoder
{
    private static readonly string[] Hosts = ["heapanalytics.com", "*.heapanalytics.com", "c.us.heap-api.com", "c.eu.heap-api.com"];

    public VendorProfile Vendor { get; } =
        new()
        {
            Name = "heap",
            Title = "Heap",
            Account = "the environment's id, `a`",
            EventId = "an interaction's `id0`",
            Endpoints =
            [
                .. Hosts.Select(host => new Endpoint(host, "/h")),
                .. Hosts.Select(host => new Endpoint(host, "/api/track")),
                .. Hosts.Select(host => new Endpoint(host, "/api/capture/*")),
                .. HeapFields.StatePaths.SelectMany(path => Hosts.Select(host => new Endpoint(host, $"{path}*"))),
                .. Hosts.Select(host => new Endpoint(host, "/api/telemetry", EndpointCarries.NoHits)),
            ],
            Aliases = AliasNames.CustomaryAt,
            StandardEvents = HeapFields.StandardEvents,
            Evidence = Evidence.PublishedSource,
        };

    public bool Recognises(RequestContent request) => request.Query["b"] == "web" && request.Query.Has("tv") && request.Query.Has("a");

    public DecodedHits Decode(RequestContent request) =>
        request.Path switch
        {
            "/api/track" => new([HeapTrack.Read(request)]),
            var path when path.StartsWith("/api/capture/", StringComparison.Ordinal) => throw new UnreadableRequestException(
                "Heap's newer script sends it as Protocol Buffers, whose schema is not public."
            ),
            _ => new(HeapHits.Read(request)),
        };

    public StubAnswer AnswerTo(RequestContent request) => StubAnswers.Pixel;
}
