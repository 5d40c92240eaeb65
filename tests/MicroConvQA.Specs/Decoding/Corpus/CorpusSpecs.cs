using FluentAssertions;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Corpus;

[TestFixtureSource(typeof(CorpusShape), nameof(CorpusShape.All))]
internal sealed class CorpusSpecs(CorpusShape shape)
{
    private readonly string _vendor = shape.DecoderName;

    [Test]
    public void Every_call_of_the_page_is_decoded_with_its_parameters_and_items()
    {
        var decoded = Decode();

        foreach (var call in shape.SentCalls())
            Hits(call, decoded).Should().ContainSingle(hit => Carries(hit, call), $"the page called {call}");
    }

    [Test]
    public void Every_request_is_the_vendors_and_is_read()
    {
        Decode().Should().OnlyContain(request => request.Vendor == _vendor && request.Problem == null);
    }

    [Test]
    public void No_request_is_without_hits_unless_the_page_called_nothing_by_it()
    {
        var silent = Decode()
            .Select((request, index) => (request, index))
            .Where(place => place.request.Hits.Count == 0)
            .Select(place => place.index);

        silent.Should().BeSubsetOf(shape.AutomaticGroups().SelectMany(group => CorpusShape.Indices(group, "requests")));
    }

    [Test]
    public void No_call_is_decoded_that_the_page_did_not_make()
    {
        var decoded = Decode();

        foreach (var automatic in shape.AutomaticGroups())
            Hits(automatic, decoded).Where(hit => !((string)automatic["why"]!).Contains(hit.Event)).Should().BeEmpty();
    }

    [Test]
    public void Exactly_one_decoder_claims_each_request()
    {
        foreach (var request in shape.Requests())
            Claimants(request).Should().Equal([_vendor], request.Url);
    }

    [Test]
    public void No_two_decoders_claim_the_same_request_on_a_shops_own_host()
    {
        foreach (var request in shape.Requests().Where(request => request.Transport != Transport.DataLayer))
            Claimants(request with { Url = OnAShopsHost(request.Url) }).Should().HaveCountLessThanOrEqualTo(1, request.Url);
    }

    [Test]
    public void Decoding_it_twice_gives_the_same()
    {
        DecodedText.Write(Decode()).Should().Be(DecodedText.Write(Decode()));
    }

    [Test]
    public void It_is_decoded_as_approved()
    {
        Approved.HoldsAgainst(DecodedText.Write(Decode()), shape.ApprovedPath);
    }

    private List<DecodedRequest> Decode() => [.. shape.Requests().Select(Sample.Decoder.Decode)];

    private static IEnumerable<string> Claimants(CapturedRequest request) =>
        StandardDecoders
            .All.Decoders.Where(decoder => new TrafficDecoder(DecoderSet.Empty.With(decoder), []).IsAnalytics(request))
            .Select(decoder => decoder.Vendor.Name);

    private static string OnAShopsHost(string url) => $"https://shop.example{new Uri(url).PathAndQuery}";

    private static IEnumerable<Hit> Hits(JObject call, List<DecodedRequest> decoded) =>
        CorpusShape.Indices(call, "requests").SelectMany(index => decoded[index].Hits);

    private bool Carries(Hit hit, JObject call)
    {
        var sent = SentCall.Of(call, _vendor);
        return hit.Event == sent.Event
            && hit.Role == (sent.Event == "ping" ? HitRole.Companion : HitRole.Event)
            && (sent.EventId is null || hit.EventId == sent.EventId)
            && Includes(hit.Parameters, sent.Parameters)
            && hit.Items.Count == sent.Items.Count
            && hit.Items.Zip(sent.Items).All(pair => Same(pair.First, pair.Second));
    }

    private static bool Includes(JToken? sent, JToken called) =>
        called is JObject expected
            ? sent is JObject found && expected.Properties().All(property => Includes(found[property.Name], property.Value))
            : sent is not null && Same(sent, called);

    /// <summary>Equal with types, save that 50 and 50.0 are one number.</summary>
    private static bool Same(JToken left, JToken right) =>
        (left, right) switch
        {
            (JValue { Value: long or decimal or double } one, JValue { Value: long or decimal or double } other) => (decimal)one
                == (decimal)other,
            (JObject one, JObject other) => one.Count == other.Count
                && one.Properties().All(property => other[property.Name] is { } value && Same(property.Value, value)),
            (JArray one, JArray other) => one.Count == other.Count && one.Zip(other).All(pair => Same(pair.First, pair.Second)),
            _ => JToken.DeepEquals(left, right),
        };
}
