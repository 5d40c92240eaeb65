using FluentAssertions;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Corpus;

[TestFixtureSource(typeof(CorpusShape), nameof(CorpusShape.All))]
public sealed class CorpusSpecs(CorpusShape shape)
{
    private readonly string _vendor = shape.DecoderName;

    [Test]
    public void Every_call_of_the_page_is_decoded_with_its_parameters_and_items()
    {
        var decoded = Decode();

        foreach (var call in SentCalls())
            Hits(call, "requests", decoded).Should().ContainSingle(hit => Carries(hit, call), $"the page called {call}");
    }

    [Test]
    public void Every_request_is_the_vendors_and_wholly_read()
    {
        Decode().Should().OnlyContain(request => request.Vendor == _vendor && request.Problem == null);
        if (shape.IsCapture)
            Decode().SelectMany(request => request.Hits).SelectMany(hit => hit.Unread).Should().BeEmpty();
    }

    [Test]
    public void No_request_is_without_hits_unless_the_page_called_nothing_by_it()
    {
        var silent = Decode().Select((request, index) => (request, index)).Where(place => place.request.Hits.Count == 0).Select(place => place.index);

        silent.Should().BeSubsetOf(AutomaticGroups().SelectMany(group => Indices(group, "requests")));
    }

    [Test]
    public void No_call_is_decoded_that_the_page_did_not_make()
    {
        var decoded = Decode();

        foreach (var automatic in AutomaticGroups())
            Hits(automatic, "requests", decoded).Where(hit => !((string)automatic["why"]!).Contains(hit.Event)).Should().BeEmpty();
        foreach (var unsent in shape.Calls().Where(call => (bool?)call["sent"] == false))
            decoded.SelectMany(request => request.Hits).Should().NotContain(hit => hit.Event == (string?)unsent["event"]);
    }

    [Test]
    public void Each_call_of_a_capture_is_decoded_once()
    {
        if (!shape.IsCapture)
            return;
        var decoded = Decode();
        var carriers = SentCalls().SelectMany(call => Indices(call, "requests")).Distinct();

        var hits = carriers.SelectMany(index => decoded[index].Hits).DistinctBy(hit => (hit.Event, hit.EventId ?? $"{hit.Request.Number} {hit.Line}"));

        hits.Should().HaveCount(SentCalls().Count());
    }

    [Test]
    public void A_designed_copy_is_a_companion_and_no_event()
    {
        var decoded = Decode();

        foreach (var call in SentCalls().Where(call => Indices(call, "copies").Any()))
            Hits(call, "copies", decoded).Should().NotBeEmpty().And.OnlyContain(hit => hit.Role == HitRole.Companion, $"they are copies of {call}");
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

    private IEnumerable<JObject> SentCalls() => shape.Calls().Where(call => (string?)call["call"] is not null && (bool?)call["sent"] != false);

    private IEnumerable<JObject> AutomaticGroups() => shape.Calls().Where(call => (string?)call["call"] is null);

    private static IEnumerable<string> Claimants(CapturedRequest request) =>
        StandardDecoders.All.Decoders.Where(decoder => new TrafficDecoder(DecoderSet.Empty.With(decoder), []).IsAnalytics(request)).Select(decoder => decoder.Vendor.Name);

    private static string OnAShopsHost(string url) => $"https://shop.example{new Uri(url).PathAndQuery}";

    private static IEnumerable<int> Indices(JObject call, string name) => call[name]?.Select(index => (int)index) ?? [];

    private static IEnumerable<Hit> Hits(JObject call, string name, List<DecodedRequest> decoded) =>
        Indices(call, name).SelectMany(index => decoded[index].Hits);

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

    private static bool Includes(JToken? sent, JToken called) => called is JObject expected
        ? sent is JObject found && expected.Properties().All(property => Includes(found[property.Name], property.Value))
        : sent is not null && Same(sent, called);

    /// <summary>Equal with types, save that 50 and 50.0 are one number.</summary>
    private static bool Same(JToken left, JToken right) => (left, right) switch
    {
        (JValue { Value: long or decimal or double } one, JValue { Value: long or decimal or double } other) => (decimal)one == (decimal)other,
        (JObject one, JObject other) => one.Count == other.Count && one.Properties().All(property => other[property.Name] is { } value && Same(property.Value, value)),
        (JArray one, JArray other) => one.Count == other.Count && one.Zip(other).All(pair => Same(pair.First, pair.Second)),
        _ => JToken.DeepEquals(left, right),
    };
}
