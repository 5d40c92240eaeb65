using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;

namespace MicroConvQA.Decoding;

/// <summary>A recording's traffic as decoded: what is of known vendors request by request, what is of nobody counted by host.</summary>
internal sealed record DecodedTraffic
{
    /// <summary>The requests of known vendors, in the order sent; each has hits, or a problem, or carries none by its nature.</summary>
    public required IReadOnlyList<DecodedRequest> Requests { get; init; }

    /// <summary>How many requests of no known vendor went to each host.</summary>
    public required IReadOnlyDictionary<string, int> NobodysHosts { get; init; }

    public IEnumerable<Hit> Hits => Requests.SelectMany(request => request.Hits);

    /// <summary>Decodes every request.</summary>
    public static DecodedTraffic Of(IEnumerable<CapturedRequest> requests, TrafficDecoder decoder)
    {
        List<DecodedRequest> known = [];
        var nobodys = new Dictionary<string, int>();
        foreach (var decoded in requests.Select(decoder.Decode))
        {
            if (decoded.Vendor is not null)
            {
                known.Add(decoded);
                continue;
            }
            var host = new RequestContent(decoded.Request).Host;
            nobodys[host] = nobodys.GetValueOrDefault(host) + 1;
        }
        return new() { Requests = known, NobodysHosts = nobodys };
    }

    /// <summary>
    /// For each hit that repeats an earlier one's event id at the same account: that earlier hit, which the vendor counts instead.
    /// </summary>
    public IReadOnlyDictionary<Hit, Hit> Repetitions()
    {
        var first = new Dictionary<(string, string?, string, string), Hit>();
        var repetitions = new Dictionary<Hit, Hit>(ReferenceEqualityComparer.Instance);
        // What never left a browser is no original: its retry is.
        foreach (
            var hit in Hits.Where(hit => hit is { Role: HitRole.Event, EventId: not null } && hit.Request.Fate != RequestFate.NotDelivered)
        )
            if (!first.TryAdd((hit.Vendor, hit.Account, hit.Event, hit.EventId!), hit))
                repetitions[hit] = first[(hit.Vendor, hit.Account, hit.Event, hit.EventId!)];
        return repetitions;
    }
}
