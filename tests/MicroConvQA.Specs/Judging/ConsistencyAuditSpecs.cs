using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

public sealed class ConsistencyAuditSpecs
{
    private static readonly Destination Mixpanel = Any.Mixpanel with { Needs = Need.Nothing };

    [Test]
    public void A_value_that_was_changed_between_push_and_request_is_inconsistent()
    {
        var finding = Walk(pushed: new { value = 129.9, currency = "EUR" }, sent: new { value = 129, currency = "EUR" }).Finding();

        finding.Kind.Should().Be(FindingKind.Inconsistent);
        finding.Message.Should().Be("add_to_cart at Google Analytics 4: 'value' is 129 in request 2, but 129.9 at Data layer (request 1).");
        finding.Expected.Should().Be("value as at Data layer: 129.9");
        finding.LikelyCause.Should().Be("It was changed between the data-layer push and the request to Google Analytics 4.");
        finding.NextMove.Should().Be(
            "Compare 'value' in request 1 and in request 2, then correct the tag of Google Analytics 4; "
            + "if it is meant to differ, say why by 'notCompared.dataLayer' of the destination 'ga4'.");
    }

    [Test]
    public void A_wire_of_text_that_spells_the_same_number_agrees() =>
        Walk(pushed: new { value = 129.9, currency = "EUR" }, sent: new { value = "129.90", currency = "EUR" }).Judge().Findings.Should().BeEmpty();

    [Test]
    public void Items_are_compared_field_by_field()
    {
        var walk = Walk(
            pushed: new { value = 10, currency = "EUR", items = new[] { new { item_id = "A", price = 5 }, new { item_id = "B", price = 5 } } },
            sent: new { value = 10, currency = "EUR", items = new[] { new { item_id = "A", price = 5 }, new { item_id = "C", price = 5 } } });

        walk.Finding().Message.Should().Be("add_to_cart at Google Analytics 4: 'items[1].item_id' is 'C' in request 2, but 'B' at Data layer (request 1).");
    }

    [Test]
    public void A_list_of_another_length_is_said_as_a_whole()
    {
        var walk = Walk(
            pushed: new { value = 10, currency = "EUR", items = new[] { new { item_id = "A", price = 5 }, new { item_id = "B", price = 5 } } },
            sent: new { value = 10, currency = "EUR", items = new[] { new { item_id = "A", price = 5 } } });

        walk.Finding().Message.Should().Be("add_to_cart at Google Analytics 4: 'items' is 1 item in request 2, but 2 items at Data layer (request 1).");
    }

    [Test]
    public void What_is_optional_and_was_lost_on_the_way_is_said() =>
        Walk(pushed: new { value = 10, currency = "EUR", coupon = "TEN" }, sent: new { value = 10, currency = "EUR" })
            .Finding().Message.Should().Be("add_to_cart at Google Analytics 4: 'coupon' is absent in request 2, but 'TEN' at Data layer (request 1).");

    [Test]
    public void What_is_wrong_by_itself_is_said_once()
    {
        var walk = Walk(pushed: new { value = 129.9, currency = "EUR" }, sent: new { value = 129, currency = "EUR" }, wants: ("value", new EqualTo(129.9)));

        walk.Judge().Findings.Select(finding => finding.Kind).Should().Equal(FindingKind.WrongParameter);
    }

    [Test]
    public void Without_a_data_layer_vendors_are_held_against_each_other()
    {
        var walk = new JudgedWalk().At(Any.Ga4, Mixpanel).With(Conversion("ga4", "mixpanel"))
            .Step("Put it into the cart", Any.Expectation())
            .Fires("add_to_cart", parameters: new { value = 10, currency = "EUR" }, at: Any.Ga4)
            .Fires("add_to_cart", parameters: new { value = 10, currency = "USD" }, at: Mixpanel);

        var finding = walk.Finding();

        finding.Message.Should().Be("add_to_cart at Mixpanel: 'currency' is 'USD' in request 2, but 'EUR' at Google Analytics 4 (request 1).");
        finding.LikelyCause.Should().Be("The two tags read it from different places, or at different moments.");
    }

    [Test]
    public void Of_two_that_one_step_expects_nobody_knows_which_is_which()
    {
        var walk = new JudgedWalk().At(Any.Ga4, Mixpanel).With(Conversion("ga4", "mixpanel"))
            .Step("Put both into the cart", Any.Expectation(), Any.Expectation());
        foreach (var (at, value) in new[] { (Any.Ga4, 10), (Any.Ga4, 20), (Mixpanel, 20), (Mixpanel, 10) })
            walk.Fires("add_to_cart", parameters: new { value, currency = "EUR" }, at: at);

        walk.Judge().Findings.Should().BeEmpty();
    }

    [Test]
    public void A_destination_is_left_out_with_a_reason_that_is_shown()
    {
        var walk = Walk(pushed: new { value = 129.9, currency = "EUR" }, sent: new { value = 129, currency = "EUR" }, at: Any.Ga4 with { NotCompared = NotCompared.Everywhere("it gets whole euros.") });

        var verdict = walk.Judge();

        verdict.Findings.Should().BeEmpty();
        verdict.Warnings.Should().Equal("Google Analytics 4 is not held against the data layer, the other vendors and what the page shows: it gets whole euros.");
    }

    [Test]
    public void What_is_not_held_against_the_data_layer_is_still_held_against_the_other_vendors()
    {
        var finding = ThreeTold(10, 9, 10, Any.Ga4 with { NotCompared = new() { DataLayer = "it gets net values." } }).Finding();

        finding.Message.Should().Be("add_to_cart at Google Analytics 4: 'value' is 9 in request 2, but 10 at Mixpanel (request 3).");
        finding.NextMove.Should().EndWith("if it is meant to differ, say why by 'notCompared.vendors' of the destination 'ga4'.");
    }

    [Test]
    public void What_is_held_against_neither_gives_no_finding_and_says_why_for_each()
    {
        var verdict = ThreeTold(10, 9, 10, Any.Ga4 with { NotCompared = new() { DataLayer = "it gets net values.", Vendors = "it gets whole euros." } }).Judge();

        verdict.Findings.Should().BeEmpty();
        verdict.Warnings.Should().Equal(
            "Google Analytics 4 is not held against the data layer: it gets net values.",
            "Google Analytics 4 is not held against the other vendors: it gets whole euros.");
    }

    [Test]
    public void What_is_not_held_against_the_vendors_is_still_held_against_the_data_layer() =>
        ThreeTold(10, 9, 10, Any.Ga4 with { NotCompared = new() { Vendors = "it gets whole euros." } })
            .Finding().Message.Should().Be("add_to_cart at Google Analytics 4: 'value' is 9 in request 2, but 10 at Data layer (request 1).");

    private static JudgedWalk ThreeTold(int pushed, int sent, int mixpanel, Destination at) => new JudgedWalk()
        .At(Any.DataLayer, at, Mixpanel)
        .With(Conversion("data layer", "ga4", "mixpanel"))
        .Step("Put it into the cart", Any.Expectation())
        .Fires("add_to_cart", parameters: new { value = pushed, currency = "EUR" }, at: Any.DataLayer)
        .Fires("add_to_cart", second: 1.2, parameters: new { value = sent, currency = "EUR" }, at: Any.Ga4)
        .Fires("add_to_cart", second: 1.3, parameters: new { value = mixpanel, currency = "EUR" }, at: Mixpanel);

    private static JudgedWalk Walk(object pushed, object sent, (string, Condition)? wants = null, Destination? at = null) => new JudgedWalk()
        .At(Any.DataLayer, at ?? Any.Ga4)
        .With(Conversion("data layer", "ga4"))
        .Step("Put it into the cart", wants is { } own ? Any.Expectation("add_to_cart", own) : Any.Expectation())
        .Fires("add_to_cart", parameters: pushed, at: Any.DataLayer)
        .Fires("add_to_cart", second: 1.2, parameters: sent, at: Any.Ga4);

    private static Conversion Conversion(params string[] destinations) => Any.Conversion("add_to_cart", destinations) with
    {
        Parameters =
        [
            Any.Parameter("value"), Any.Parameter("currency"), Any.Parameter("coupon", required: false),
            Any.Parameter("items", required: false) with { ItemFields = [Any.Parameter("item_id"), Any.Parameter("price")] },
        ],
    };
}
