using FluentAssertions;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Corpus;

/// <summary>
/// Vendors whose scripts can be told to send elsewhere (<c>api_host</c>, <c>apiHost</c>, <c>serverUrl</c>, <c>dataPlaneUrl</c>,
/// <c>setTrackerUrl</c>, …) are known by what they send and how its path ends, wherever that goes.
/// </summary>
internal sealed class OwnHostSpecs
{
    private static readonly string[] Movable =
    [
        "adobe-analytics",
        "aep",
        "amplitude",
        "datadog",
        "ga4",
        "matomo",
        "mixpanel",
        "optimizely",
        "pirsch",
        "plausible",
        "posthog",
        "rudderstack",
        "segment",
        "snowplow",
        "ua",
        "umami",
        "vercel",
    ];

    private static IEnumerable<TestCaseData> Events() =>
        from shape in CorpusShape.All()
        where Movable.Contains(shape.DecoderName)
        from request in shape.Requests()
        let decoded = Sample.Decoder.Decode(request)
        where request.Transport != Transport.DataLayer && decoded.Hits.Any(hit => hit.Role == HitRole.Event)
        select new TestCaseData(decoded).SetArgDisplayNames($"{shape} {request.Number}");

    [TestCaseSource(nameof(Events))]
    public void An_event_is_known_on_a_host_of_the_shop(DecodedRequest there)
    {
        var here = Sample.Decoder.Decode(
            there.Request with
            {
                Url = $"https://shop.example/relay{new Uri(there.Request.Url).PathAndQuery}",
            }
        );

        here.Vendor.Should().Be(there.Vendor);
        here.Hits.Select(hit => (hit.Event, hit.EventId)).Should().Equal(there.Hits.Select(hit => (hit.Event, hit.EventId)));
    }

    [Test]
    public void Every_such_vendor_is_in_the_corpus() => CorpusShape.All().Select(shape => shape.DecoderName).Should().Contain(Movable);
}
