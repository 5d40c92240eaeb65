using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Decoding.Corpus;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.Consistency;

internal sealed class EventIdAuditSpecs
{
    private static readonly Destination Meta = new()
    {
        Name = "meta",
        Title = "Meta Pixel",
        Vendor = "meta",
        Deduplicated = true,
    };
    private static readonly Destination TikTok = new()
    {
        Name = "tiktok",
        Title = "TikTok",
        Vendor = "tiktok",
        Deduplicated = true,
    };

    [Test]
    public void An_event_without_an_id_cannot_be_told_from_the_servers()
    {
        var finding = Walk(Meta).Fires("AddToCart").Finding();

        finding.Kind.Should().Be(FindingKind.MissingParameter);
        finding
            .Message.Should()
            .Be(
                "AddToCart at Meta Pixel: no event id was sent in step 'Put it into the cart', by which Meta Pixel would know the server's copy."
            );
        finding.Expected.Should().Be("an event id (eid, the call's eventID), because 'meta' is deduplicated");
    }

    [Test]
    public void The_id_that_TikToks_script_makes_is_none_of_the_pages() =>
        Walk(TikTok)
            .Fires("AddToCart", hit: hit => hit with { EventId = "messageId-1795206947566-8574769127884" })
            .Finding()
            .Kind.Should()
            .Be(FindingKind.MissingParameter);

    [Test]
    public void Two_events_with_one_id_are_inconsistent()
    {
        var walk = Walk(Meta).Fires("ViewContent", hit: WithId).Fires("AddToCart", second: 2, hit: WithId);

        var finding = walk.Finding();
        finding.Message.Should().Be("AddToCart at Meta Pixel: its event id in request 2 is the one that 'ViewContent' had in request 1.");
        finding.Requests.Should().Equal(1, 2);
    }

    [Test]
    public void Two_events_with_an_id_each_are_right() =>
        Walk(Meta)
            .Fires("ViewContent", hit: hit => hit with { EventId = "e-0" })
            .Fires("AddToCart", second: 2, hit: WithId)
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [Test]
    public void What_is_sent_again_because_it_was_not_delivered_keeps_its_id() =>
        Walk(Meta)
            .Fires("AddToCart", hit: WithId, request: sent => sent with { Fate = RequestFate.NotDelivered })
            .Fires("AddToCart", second: 2, hit: WithId)
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [Test]
    public void What_a_vendor_sends_beside_an_event_may_have_its_id() =>
        Walk(Meta)
            .Fires("Microdata", hit: hit => WithId(hit) with { Role = HitRole.Companion })
            .Fires("AddToCart", second: 2, hit: WithId)
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [Test]
    public void An_event_of_an_earlier_step_is_named_with_its_own()
    {
        var walk = new JudgedWalk()
            .At(Meta)
            .With(Any.Conversion("AddToCart", "meta"))
            .Step("Look")
            .Step("Put it into the cart", Any.Expectation("AddToCart"))
            .Fires("AddToCart");

        walk.Judge()
            .Findings.Select(finding => finding.Message)
            .Should()
            .Contain("AddToCart at Meta Pixel: no event id was sent in step 'Look', by which Meta Pixel would know the server's copy.");
    }

    [Test]
    public void A_vendor_whose_name_for_it_nobody_knows_is_asked_for_its_own() =>
        Walk(Meta with { Vendor = "own" })
            .Fires("AddToCart")
            .Finding()
            .Expected.Should()
            .Be("an event id (the vendor's), because 'meta' is deduplicated");

    [Test]
    public void An_id_of_its_own_is_right() => Walk(Meta).Fires("AddToCart", hit: WithId).Judge().Findings.Should().BeEmpty();

    [Test]
    public void Where_no_server_sends_the_same_no_id_is_asked_for() =>
        Walk(Meta with { Deduplicated = false }).Fires("AddToCart").Judge().Findings.Should().BeEmpty();

    [Test]
    public void Where_the_ids_are_left_out_with_a_reason_none_is_asked_for_and_the_report_says_so()
    {
        var verdict = Walk(Meta with { NotCompared = new() { EventIds = "the server sends only purchases." } }).Fires("AddToCart").Judge();

        verdict.Findings.Should().BeEmpty();
        verdict.Warnings.Should().Equal("Meta Pixel is not held against the rules for event ids: the server sends only purchases.");
    }

    [Test]
    public void Where_another_comparison_is_left_out_they_are_still_asked_for() =>
        Walk(Meta with { NotCompared = new() { Page = "it gets net prices." } })
            .Fires("AddToCart")
            .Finding()
            .Kind.Should()
            .Be(FindingKind.MissingParameter);

    [Test]
    public void A_second_event_with_a_stale_id_is_missing_because_of_it()
    {
        var walk = new JudgedWalk()
            .At(Meta)
            .With(Any.Conversion("AddToCart", "meta"))
            .Step("Put it into the cart", Any.Expectation("AddToCart"))
            .Step("And another one", Any.Expectation("AddToCart"))
            .Fires("AddToCart", hit: WithId)
            .Fires("AddToCart", step: 1, hit: WithId);

        walk.Finding()
            .LikelyCause.Should()
            .Be("It was sent (request 2) with the event id of request 1, so Meta Pixel takes it for a copy.");
    }

    [Test]
    public void Ids_that_the_dictionary_maps_are_held_against_each_other()
    {
        var walk = new JudgedWalk()
            .At(Meta, TikTok)
            .With(Any.Conversion("AddToCart", "meta", "tiktok") with { Parameters = [Any.Parameter("event_id")] })
            .Step("Put it into the cart", Any.Expectation("AddToCart"))
            .Fires("AddToCart", at: Meta, hit: WithId)
            .Fires("AddToCart", at: TikTok, hit: hit => hit with { EventId = "e-2" });

        walk.Finding().Message.Should().Be("AddToCart at TikTok: 'event_id' is 'e-2' in request 2, but 'e-1' at Meta Pixel (request 1).");
    }

    [Test]
    public void Metas_real_script_hands_the_pages_id_on()
    {
        var hits = CorpusShape
            .All()
            .Single(shape => shape.ToString() == "captures/fb")
            .Requests()
            .Select(MicroConvQA.Specs.Decoding.Sample.Decoder.Decode)
            .SelectMany(request => request.Hits);

        hits.Should().Contain(hit => hit.Event == "Purchase" && MicroConvQA.Matching.EventIds.Of(hit) != null);
    }

    private static Hit WithId(Hit hit) => hit with { EventId = "e-1" };

    private static JudgedWalk Walk(Destination at) =>
        new JudgedWalk().At(at).With(Any.Conversion("AddToCart", at.Name)).Step("Put it into the cart", Any.Expectation("AddToCart"));
}
