using FluentAssertions;
using MicroConvQA.Decoding;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Corpus;

[TestFixtureSource(typeof(CorpusShape), nameof(CorpusShape.All))]
public sealed class CorpusSpecs(CorpusShape shape)
{
    private readonly string _vendor = shape.Vendor == "captures" ? shape.Name : shape.Vendor;

    [Test]
    public void Every_call_of_the_page_is_decoded_with_its_parameters_and_items()
    {
        var decoded = Decode();

        foreach (var call in shape.Calls().Where(call => (string?)call["call"] is not null))
            Carriers(call, decoded).Should().ContainSingle(hit => Carries(hit, call), $"the page called {call}");
    }

    [Test]
    public void Every_request_is_the_vendors_and_wholly_read()
    {
        Decode().Should().OnlyContain(request => request.Vendor == _vendor && request.Problem == null && request.Hits.Count > 0);
    }

    [Test]
    public void No_call_is_decoded_that_the_page_did_not_make()
    {
        var decoded = Decode();

        foreach (var automatic in shape.Calls().Where(call => (string?)call["call"] is null))
            Requests(automatic, decoded).SelectMany(request => request.Hits).Should().OnlyContain(hit => ((string)automatic["why"]!).Contains(hit.Event));
        if (shape.Vendor == "captures")
            decoded.Sum(request => request.Hits.Count).Should().Be(shape.Calls().Count);
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

    private static IEnumerable<Hit> Carriers(JObject call, List<DecodedRequest> decoded) =>
        Requests(call, decoded).SelectMany(request => request.Hits).Where(hit => hit.Event == (string?)call["event"]);

    private static IEnumerable<DecodedRequest> Requests(JObject call, List<DecodedRequest> decoded) =>
        call["requests"]!.Select(index => decoded[(int)index]);

    private bool Carries(Hit hit, JObject call)
    {
        var parameters = (JObject?)call["params"] ?? [];
        var items = call["items"]?.Cast<JObject>() ?? [];
        if (_vendor == "ga4")
            (parameters, items) = (GtagRendering.Parameters(parameters), items.Select(GtagRendering.Item));
        return Includes(hit.Parameters, parameters) && hit.Items.Count == items.Count() && hit.Items.Zip(items).All(pair => Same(pair.First, pair.Second));
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
