using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Corpus;

/// <summary>What holds of whole pages, of which every call and every request is known.</summary>
[TestFixtureSource(typeof(CorpusShape), nameof(CorpusShape.Captures))]
internal sealed class CaptureSpecs(CorpusShape capture)
{
    private readonly List<DecodedRequest> _decoded = [.. capture.Requests().Select(Sample.Decoder.Decode)];

    [Test]
    public void Each_call_is_decoded_once()
    {
        var carriers = capture.SentCalls().SelectMany(call => CorpusShape.Indices(call, "requests")).Distinct();

        var hits = carriers
            .SelectMany(index => _decoded[index].Hits)
            .DistinctBy(hit => (hit.Event, hit.EventId ?? $"{hit.Request.Number} {hit.Line}"));

        hits.Should().HaveCount(capture.SentCalls().Count());
    }

    [Test]
    public void Copies_and_companions_are_no_events()
    {
        var copies = capture.SentCalls().SelectMany(call => CorpusShape.Indices(call, "copies")).Distinct();

        foreach (var index in copies)
            _decoded[index].Hits.Should().NotBeEmpty().And.OnlyContain(hit => hit.Role == HitRole.Companion);
    }

    [Test]
    public void Each_request_belongs_to_a_call_or_to_none_by_the_pages_own_word()
    {
        var known = capture.Calls().SelectMany(call => CorpusShape.Indices(call, "requests").Concat(CorpusShape.Indices(call, "copies")));

        known.Distinct().Order().Should().Equal(Enumerable.Range(0, _decoded.Count));
    }

    [Test]
    public void A_call_that_was_not_sent_is_not_decoded()
    {
        var unsent = capture.Calls().Where(call => (bool?)call["sent"] == false).Select(call => (string)call["event"]!);

        _decoded.SelectMany(request => request.Hits).Select(hit => hit.Event).Should().NotIntersectWith(unsent);
    }

    [Test]
    public void Nothing_of_a_hit_is_unread()
    {
        _decoded.SelectMany(request => request.Hits).SelectMany(hit => hit.Unread).Should().BeEmpty();
    }
}
