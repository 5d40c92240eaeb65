using System.Diagnostics.CodeAnalysis;
using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.Recognition;

/// <summary>The endpoints on the vendors' own hosts, looked up by the labels of a request's host.</summary>
internal sealed class HostRoutes
{
    private readonly Dictionary<string, List<Route>> _exact = [];
    private readonly Dictionary<string, List<Route>> _below = [];
    private readonly Dictionary<string, List<Route>> _underAnyTop = [];

    public void Add(Route route)
    {
        var host = route.Endpoint.Host;
        if (host.StartsWith("*.", StringComparison.Ordinal))
            AddTo(_below, host[2..], route);
        else if (host.EndsWith(".*", StringComparison.Ordinal))
            AddTo(_underAnyTop, host[..^2], route);
        else
            AddTo(_exact, host, route);
    }

    public DecoderClaim Find(RequestContent request)
    {
        var host = request.Host;
        var claim = Among(_exact, host, request, default);
        for (var dot = host.IndexOf('.'); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            claim = Among(_below, host.AsSpan(dot + 1), request, claim);
            claim = Among(_underAnyTop, host.AsSpan(0, dot), request, claim);
        }
        return claim;
    }

    private static DecoderClaim Among(
        Dictionary<string, List<Route>> routes,
        ReadOnlySpan<char> host,
        RequestContent request,
        DecoderClaim claim
    )
    {
        if (!TryFind(routes, host, out var candidates))
            return claim;
        foreach (var route in candidates)
            if (route.Endpoint.Matches(request))
                claim = claim.Add(route.Decoder, route.Endpoint.Carries);
        return claim;
    }

    private static bool TryFind(
        Dictionary<string, List<Route>> routes,
        ReadOnlySpan<char> host,
        [NotNullWhen(true)] out List<Route>? found
    ) => routes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(host, out found);

    private static void AddTo(Dictionary<string, List<Route>> routes, string host, Route route)
    {
        if (!routes.TryGetValue(host, out var list))
            routes[host] = list = [];
        list.Add(route);
    }
}

/// <summary>An endpoint and the decoder that reads what is sent there.</summary>
internal sealed record Route(Endpoint Endpoint, IHitDecoder Decoder);
