using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging.Findings;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.Consistency;

internal sealed class ConsistencyAuditSpecs
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
        finding
            .NextMove.Should()
            .Be(
                "Compare 'value' in request 1 and in request 2, then correct the tag of Google Analytics 4; "
                    + "if it is meant to differ, say why by 'notCompared.dataLayer' of the destination 'ga4'."
            );
    }

    [Test]
    public void A_wire_of_text_that_spells_the_same_number_agrees() =>
        Walk(pushed: new { value = 129.9, currency = "EUR" }, sent: new { value = "129.90", currency = "EUR" })
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [TestCase("00123", "00123", true)]
    [TestCase("00123", "123", false)]
    [TestCase("00123", 123, false)]
    [TestCase("0.50", 0.5, true)]
    public void An_id_that_lost_its_leading_zeros_is_another_one(object pushed, object sent, bool agrees) =>
        Walk(
                pushed: new
                {
                    value = 10,
                    currency = "EUR",
                    items = new[] { new { item_id = pushed, price = 10 } },
                },
                sent: new
                {
                    value = 10,
                    currency = "EUR",
                    items = new[] { new { item_id = sent, price = 10 } },
                }
            )
            .Judge()
            .Findings.Select(finding => finding.Kind)
            .Should()
            .Equal(agrees ? [] : [FindingKind.Inconsistent]);

    [Test]
    public void Items_are_compared_field_by_field()
    {
        var walk = Walk(
            pushed: new
            {
                value = 10,
                currency = "EUR",
                items = new[] { new { item_id = "A", price = 5 }, new { item_id = "B", price = 5 } },
            },
            sent: new
            {
                value = 10,
                currency = "EUR",
                items = new[] { new { item_id = "A", price = 5 }, new { item_id = "C", price = 5 } },
            }
        );

        walk.Finding()
            .Message.Should()
            .Be("add_to_cart at Google Analytics 4: 'items[1].item_id' is 'C' in request 2, but 'B' at Data layer (request 1).");
    }

    [Test]
    public void A_list_of_another_length_is_said_as_a_whole()
    {
        var walk = Walk(
            pushed: new
            {
                value = 10,
                currency = "EUR",
                items = new[] { new { item_id = "A", price = 5 }, new { item_id = "B", price = 5 } },
            },
            sent: new
            {
                value = 10,
                currency = "EUR",
                items = new[] { new { item_id = "A", price = 5 } },
            }
        );

        walk.Finding()
            .Message.Should()
            .Be("add_to_cart at Google Analytics 4: 'items' is 1 item in request 2, but 2 items at Data layer (request 1).");
    }

    [Test]
    public void What_is_optional_and_was_lost_on_the_way_is_said() =>
        Walk(
                pushed: new
                {
                    value = 10,
                    currency = "EUR",
                    coupon = "TEN",
                },
                sent: new { value = 10, currency = "EUR" }
            )
            .Finding()
            .Message.Should()
            .Be("add_to_cart at Google Analytics 4: 'coupon' is absent in request 2, but 'TEN' at Data layer (request 1).");

    [Test]
    public void What_is_wrong_by_itself_is_said_once()
    {
        var walk = Walk(
            pushed: new { value = 129.9, currency = "EUR" },
            sent: new { value = 129, currency = "EUR" },
            wants: ("value", new EqualTo(129.9))
        );

        walk.Judge().Findings.Select(finding => finding.Kind).Should().Equal(FindingKind.WrongParameter);
    }

    [Test]
    public void Without_a_data_layer_vendors_are_held_against_each_other()
    {
        var walk = new JudgedWalk()
            .At(Any.Ga4, Mixpanel)
            .With(Conversion("ga4", "mixpanel"))
            .Step("Put it into the cart", Any.Expectation())
            .Fires("add_to_cart", parameters: new { value = 10, currency = "EUR" }, at: Any.Ga4)
            .Fires("add_to_cart", parameters: new { value = 10, currency = "USD" }, at: Mixpanel);

        var finding = walk.Finding();

        finding
            .Message.Should()
            .Be("add_to_cart at Mixpanel: 'currency' is 'USD' in request 2, but 'EUR' at Google Analytics 4 (request 1).");
        finding.LikelyCause.Should().Be("The two tags read it from different places, or at different moments.");
    }

    [Test]
    public void Of_two_that_one_step_expects_nobody_knows_which_is_which()
    {
        var walk = new JudgedWalk()
            .At(Any.Ga4, Mixpanel)
            .With(Conversion("ga4", "mixpanel"))
            .Step("Put both into the cart", Any.Expectation(), Any.Expectation());
        foreach (var (at, value) in new[] { (Any.Ga4, 10), (Any.Ga4, 20), (Mixpanel, 20), (Mixpanel, 10) })
            walk.Fires("add_to_cart", parameters: new { value, currency = "EUR" }, at: at);

        walk.Judge().Findings.Should().BeEmpty();
    }

    [Test]
    public void Each_step_is_held_against_itself()
    {
        var walk = new JudgedWalk()
            .At(Any.Ga4, Mixpanel)
            .With(Conversion("ga4", "mixpanel"))
            .Step("Put one into the cart", Any.Expectation())
            .Step("Put another one into the cart", Any.Expectation());
        foreach (var (at, step, value) in new[] { (Any.Ga4, 0, 10), (Mixpanel, 0, 10), (Any.Ga4, 1, 20), (Mixpanel, 1, 20) })
            walk.Fires("add_to_cart", step, parameters: new { value, currency = "EUR" }, at: at);

        walk.Judge().Findings.Should().BeEmpty();
    }

    [Test]
    public void What_the_page_pushed_is_the_origin_wherever_it_stands_in_the_configuration()
    {
        var walk = new JudgedWalk()
            .At(Any.Ga4, Any.DataLayer)
            .With(Conversion("ga4", "data layer"))
            .Step("Put it into the cart", Any.Expectation())
            .Fires("add_to_cart", parameters: new { value = 10, currency = "EUR" }, at: Any.DataLayer)
            .Fires("add_to_cart", second: 1.2, parameters: new { value = 12, currency = "EUR" }, at: Any.Ga4);

        walk.Finding()
            .Message.Should()
            .Be("add_to_cart at Google Analytics 4: 'value' is 12 in request 2, but 10 at Data layer (request 1).");
    }

    [Test]
    public void What_is_wrong_each_time_is_one_finding()
    {
        var walk = Twice(Conversion("ga4", "mixpanel"));
        foreach (var (at, value) in new[] { (Any.Ga4, 10), (Any.Ga4, 20), (Mixpanel, 11), (Mixpanel, 21) })
            walk.Fires("add_to_cart", parameters: new { value, currency = "EUR" }, at: at);

        walk.Finding().Found.Should().Be("11");
    }

    [Test]
    public void Where_some_are_lost_their_order_says_nothing()
    {
        var walk = Twice(Conversion("ga4", "mixpanel"));
        foreach (var (at, value) in new[] { (Any.Ga4, 10), (Any.Ga4, 20), (Mixpanel, 20) })
            walk.Fires("add_to_cart", parameters: new { value, currency = "EUR" }, at: at);

        walk.Finding().Kind.Should().Be(FindingKind.Missing);
    }

    [Test]
    public void Hits_that_overtook_each_other_are_held_against_their_own_pushes()
    {
        var walk = new JudgedWalk()
            .At(Any.DataLayer, Any.Ga4)
            .With(Conversion("data layer", "ga4"))
            .Step("Put both into the cart", Any.Expectation() with { Times = CountRule.Exactly(2) });
        foreach (
            var (at, value, id) in new[] { (Any.DataLayer, 10, "A"), (Any.DataLayer, 20, "B"), (Any.Ga4, 20, "B"), (Any.Ga4, 10, "A") }
        )
            walk.Fires("add_to_cart", second: at == Any.Ga4 ? 1.2 : 1.1, parameters: new { value, currency = "EUR" }, at: at, hit: hit =>
                hit with
                {
                    ItemIds = [id],
                }
            );

        walk.Judge().Findings.Should().BeEmpty();
    }

    [TestCase("data layer", "coupon")]
    [TestCase("ga4", "coupon")]
    [TestCase("data layer", "items.price")]
    [TestCase("ga4", "items.price")]
    public void What_a_destination_is_not_sent_is_not_compared(string destination, string notSent)
    {
        var conversion = Conversion("data layer", "ga4");
        conversion = conversion with
        {
            At = conversion.At.ToDictionary(
                at => at.Key,
                at => at.Key == destination ? at.Value with { NotSent = new HashSet<string> { notSent } } : at.Value
            ),
        };
        var walk = Walk(
                pushed: new
                {
                    value = 10,
                    currency = "EUR",
                    coupon = "TEN",
                    items = new[] { new { item_id = "A", price = 5 } },
                },
                sent: new
                {
                    value = 10,
                    currency = "EUR",
                    coupon = "ELEVEN",
                    items = new[] { new { item_id = "A", price = 6 } },
                }
            )
            .With(conversion);

        var labels = walk.Judge().Findings.SelectMany(finding => finding.Differences).Select(difference => difference.Parameter);

        labels.Should().Equal(notSent == "coupon" ? "items[0].price" : "coupon");
    }

    [Test]
    public void A_list_that_one_of_them_does_not_have_is_not_compared()
    {
        var (without, with) = (
            new { value = 10, currency = "EUR" },
            new
            {
                value = 10,
                currency = "EUR",
                items = new[] { new { item_id = "A", price = 5 } },
            }
        );

        Walk(pushed: without, sent: with).Judge().Findings.Should().BeEmpty();
        Walk(pushed: with, sent: without).Judge().Findings.Should().BeEmpty();
    }

    [Test]
    public void What_was_pushed_empty_is_nothing_that_could_be_lost() =>
        Walk(
                pushed: new
                {
                    value = 10,
                    currency = "EUR",
                    coupon = "",
                },
                sent: new { value = 10, currency = "EUR" }
            )
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [Test]
    public void What_is_sent_empty_is_absent() =>
        Walk(
                pushed: new
                {
                    value = 10,
                    currency = "EUR",
                    coupon = "TEN",
                },
                sent: new
                {
                    value = 10,
                    currency = "EUR",
                    coupon = "",
                }
            )
            .Finding()
            .Found.Should()
            .Be("absent");

    [Test]
    public void What_must_be_sent_and_is_not_is_said_once()
    {
        Walk(pushed: new { value = 10, currency = "EUR" }, sent: new { value = 10 })
            .Finding()
            .Kind.Should()
            .Be(FindingKind.MissingParameter);
        Walk(
                pushed: new
                {
                    value = 10,
                    currency = "EUR",
                    items = new[] { new { item_id = "A", price = 5 } },
                },
                sent: new
                {
                    value = 10,
                    currency = "EUR",
                    items = new[] { new { item_id = "A" } },
                }
            )
            .Finding()
            .Kind.Should()
            .Be(FindingKind.MissingParameter);
    }

    [Test]
    public void What_was_pushed_wrong_is_not_said_of_what_was_sent_right()
    {
        var walk = Walk(
            pushed: new { value = 129.9, currency = "EUR" },
            sent: new { value = 129, currency = "EUR" },
            wants: ("value", new EqualTo(129))
        );

        walk.Finding().Destination.Should().Be("data layer");
    }

    [Test]
    public void A_destination_is_left_out_with_a_reason_that_is_shown()
    {
        var walk = Walk(
            pushed: new { value = 129.9, currency = "EUR" },
            sent: new { value = 129, currency = "EUR" },
            at: Any.Ga4 with
            {
                NotCompared = NotCompared.Everywhere("it gets whole euros."),
            }
        );

        var verdict = walk.Judge();

        verdict.Findings.Should().BeEmpty();
        verdict
            .Warnings.Should()
            .Equal(
                "Google Analytics 4 is not held against the data layer, the other vendors and what the page shows: it gets whole euros."
            );
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
        var verdict = ThreeTold(
                10,
                9,
                10,
                Any.Ga4 with
                {
                    NotCompared = new() { DataLayer = "it gets net values.", Vendors = "it gets whole euros." },
                }
            )
            .Judge();

        verdict.Findings.Should().BeEmpty();
        verdict
            .Warnings.Should()
            .Equal(
                "Google Analytics 4 is not held against the data layer: it gets net values.",
                "Google Analytics 4 is not held against the other vendors: it gets whole euros."
            );
    }

    [Test]
    public void What_is_not_held_against_the_vendors_is_still_held_against_the_data_layer() =>
        ThreeTold(10, 9, 10, Any.Ga4 with { NotCompared = new() { Vendors = "it gets whole euros." } })
            .Finding()
            .Message.Should()
            .Be("add_to_cart at Google Analytics 4: 'value' is 9 in request 2, but 10 at Data layer (request 1).");

    private static JudgedWalk ThreeTold(int pushed, int sent, int mixpanel, Destination at) =>
        new JudgedWalk()
            .At(Any.DataLayer, at, Mixpanel)
            .With(Conversion("data layer", "ga4", "mixpanel"))
            .Step("Put it into the cart", Any.Expectation())
            .Fires("add_to_cart", parameters: new { value = pushed, currency = "EUR" }, at: Any.DataLayer)
            .Fires("add_to_cart", second: 1.2, parameters: new { value = sent, currency = "EUR" }, at: Any.Ga4)
            .Fires("add_to_cart", second: 1.3, parameters: new { value = mixpanel, currency = "EUR" }, at: Mixpanel);

    private static JudgedWalk Walk(object pushed, object sent, (string, Condition)? wants = null, Destination? at = null) =>
        new JudgedWalk()
            .At(Any.DataLayer, at ?? Any.Ga4)
            .With(Conversion("data layer", "ga4"))
            .Step("Put it into the cart", wants is { } own ? Any.Expectation("add_to_cart", own) : Any.Expectation())
            .Fires("add_to_cart", parameters: pushed, at: Any.DataLayer)
            .Fires("add_to_cart", second: 1.2, parameters: sent, at: Any.Ga4);

    private static JudgedWalk Twice(Conversion conversion) =>
        new JudgedWalk()
            .At(Any.Ga4, Mixpanel)
            .With(conversion)
            .Step("Put both into the cart", Any.Expectation() with { Times = CountRule.Exactly(2) });

    private static Conversion Conversion(params string[] destinations) =>
        Any.Conversion("add_to_cart", destinations) with
        {
            Parameters =
            [
                Any.Parameter("value"),
                Any.Parameter("currency"),
                Any.Parameter("coupon", required: false),
                Any.Parameter("items", required: false) with
                {
                    ItemFields = [Any.Parameter("item_id"), Any.Parameter("price")],
                },
            ],
        };
}
