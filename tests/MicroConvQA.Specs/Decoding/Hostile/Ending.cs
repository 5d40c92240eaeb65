using FluentAssertions;
using MicroConvQA.Decoding;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Decoding.Recognition;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Decoding.Corpus;
using MicroConvQA.Vendors;

namespace MicroConvQA.Specs.Decoding.Hostile;

/// <summary>
/// How any input must end: as hits that can be written down, as a problem with its reason, or as nobody's, at a bounded cost.
/// </summary>
internal static class Ending
{
    /// <summary>The most that one input may make us allocate: what 10 MB of JSON or fields become, several times over.</summary>
    public const long MostBytes = 1_000_000_000;

    private static readonly HashSet<string> WithSilentEntries =
    [
        "clarity",
        "datadog",
        .. BuiltInVendors
            .All.Where(vendor =>
                vendor.Format.Cases.Any(one => one.Hit.Role == DeclaredRole.Nothing) || vendor.Format.Hit.Role == DeclaredRole.Nothing
            )
            .Select(vendor => vendor.Name),
    ];

    /// <summary>Demands it of a request.</summary>
    /// <returns>How the request ended, in a word.</returns>
    public static string Demand(CapturedRequest request, string repeat)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var decoded = Sample.Decoder.Decode(request);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var fault = FaultOf(request, decoded, allocated);
        (fault is null ? "" : $"{fault}\n{repeat}\n{Written(request)}").Should().BeEmpty();
        return decoded switch
        {
            { Vendor: null } => "nobody's",
            { Hits.Count: 0, Problem: null } => "no hits by its nature",
            { Hits.Count: 0 } => "undecodable",
            _ => decoded.Problem is not null || decoded.Hits.Any(hit => hit.Unread.Count > 0) ? "partly read" : "hits",
        };
    }

    private static string? FaultOf(CapturedRequest request, DecodedRequest decoded, long allocated)
    {
        if (allocated > MostBytes)
            return $"It made us allocate {allocated:N0} bytes.";
        if (decoded.Problem?.Contains("bug of that decoder", StringComparison.Ordinal) == true)
            return decoded.Problem;
        if (decoded is { Vendor: { } vendor, Hits.Count: 0, Problem: null } && !MayBeSilent(request, vendor))
            return $"It is {vendor}'s, and is silently empty.";
        if (DecodedText.Write([decoded]).Length == 0)
            return "It is written as nothing.";
        return Sample.Decoder.AnswerTo(request).Status is >= 200 and <= 204 ? null : "It is answered with an error.";
    }

    private static bool MayBeSilent(CapturedRequest request, string vendor)
    {
        var content = new RequestContent(request);
        return content.IsPreflight
            || WithSilentEntries.Contains(vendor)
            || StandardDecoders
                .All.Find(vendor)!
                .Vendor.Endpoints.Any(endpoint => endpoint.Carries == EndpointCarries.NoHits && endpoint.MatchesPath(content.Path));
    }

    private static string Written(CapturedRequest request) =>
        $"{request.Method} {Beginning(request.Url)} {request.BodyState} {string.Join(", ", request.Headers)}\n{Beginning(Convert.ToBase64String(request.Body))}";

    private static string Beginning(string text) => text.Length <= 40_000 ? text : $"{text[..40_000]}… ({text.Length:N0} characters)";
}
