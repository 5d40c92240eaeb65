using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.Consistency;

internal sealed class PageAuditSpecs
{
    [Test]
    public void A_total_that_the_page_does_not_show_is_inconsistent()
    {
        var finding = Walk(sent: 499, Shown("value", 549)).Finding();

        finding.Kind.Should().Be(FindingKind.Inconsistent);
        finding
            .Message.Should()
            .Be(
                "add_to_cart at Google Analytics 4: 'value' is 499 in request 1, but the page showed 549 in step 'Put it into the cart' (text of css #total)."
            );
        finding.Expected.Should().Be("value as the page showed it: 549, text of css #total on /cart");
        finding
            .LikelyCause.Should()
            .Be("The code takes it from another source than the page: before a discount, without tax, or of another variant.");
        finding
            .NextMove.Should()
            .Be(
                "Compare 'value' in request 1 with the text of css #total on /cart; if they are meant to differ, take it out of 'shown' of "
                    + "'add_to_cart' at journeys/dictionary.yaml:1, or say why by 'notCompared.page' of the destination 'ga4'."
            );
    }

    [Test]
    public void What_stood_there_before_the_actions_or_after_them_is_right() =>
        Walk(499, Shown("value", 499), Shown("value", 998)).Judge().Findings.Should().BeEmpty();

    [Test]
    public void A_price_of_the_only_item_is_compared() =>
        Walk(499, Shown("items.price", 549))
            .Finding()
            .Message.Should()
            .StartWith("add_to_cart at Google Analytics 4: 'items[0].price' is 499 in request 1, but the page showed 549");

    [TestCase("from €10")]
    [TestCase("sold out")]
    public void A_text_says_nothing_of_an_amount(string text) => Walk(499, Shown("value", text)).Judge().Findings.Should().BeEmpty();

    [Test]
    public void A_wire_of_text_spells_the_same_number() => Walk("499.00", Shown("value", 499)).Judge().Findings.Should().BeEmpty();

    [Test]
    public void A_destination_is_left_out_with_a_reason() =>
        Walk(499, Any.Ga4 with { NotCompared = new() { Page = "it gets net prices." } }, Shown("value", 549))
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [Test]
    public void A_hit_of_an_earlier_step_is_not_held_against_the_page_of_this_one() =>
        new JudgedWalk()
            .At(Any.Ga4)
            .With(Any.Conversion() with { Parameters = [Any.Parameter("value")] })
            .Step("Look into the cart")
            .Step("Put it into the cart", Any.Expectation())
            .Recorded(Showing(Shown("value", 998)))
            .Fires("add_to_cart", parameters: new { value = 499 }, hit: hit =>
                hit with
                {
                    StatedTime = Any.StartedAt + Any.InStep(0, 2),
                    Request = hit.Request with { StepIndex = 0, At = Any.InStep(0, 2) },
                }
            )
            .Judge()
            .Findings.Select(finding => finding.Kind)
            .Should()
            .Equal(FindingKind.OutOfOrder);

    [Test]
    public void What_the_data_layer_was_told_already_is_the_codes()
    {
        var finding = new JudgedWalk()
            .At(Any.Ga4, Any.DataLayer)
            .With(Conversion() with { At = Any.Conversion("add_to_cart", "ga4", "data layer").At })
            .Step("Put it into the cart", Any.Expectation())
            .Recorded(Showing(Shown("value", 549)))
            .Fires("add_to_cart", second: 1, parameters: new { value = 499 }, at: Any.DataLayer)
            .Fires("add_to_cart", second: 1.2, parameters: new { value = 499 }, at: Any.Ga4)
            .Judge()
            .Findings.Should()
            .ContainSingle(finding => finding.Destination == "ga4")
            .Subject;

        finding
            .LikelyCause.Should()
            .Be(
                "The data layer was told so already (request 1), or it was changed on the way: the code takes it from another source than the page."
            );
    }

    [Test]
    public void A_text_before_the_actions_does_not_hide_the_amount_after_them() =>
        Walk(499, Shown("value", "from €10"), Shown("value", 549)).Finding().Found.Should().Be("499");

    [Test]
    public void What_the_page_shows_of_another_conversion_is_not_held_against_it() =>
        Walk(499, Shown("value", 549) with { Conversion = "begin_checkout" }).Judge().Findings.Should().BeEmpty();

    [Test]
    public void Of_several_hits_nobody_knows_which_one_the_page_shows() =>
        new JudgedWalk()
            .At(Any.Ga4)
            .With(Conversion())
            .Step("Put two into the cart", Any.Expectation() with { Times = CountRule.Exactly(2) })
            .Recorded(Showing(Shown("value", 549)))
            .Fires("add_to_cart", parameters: new { value = 499 })
            .Fires("add_to_cart", second: 1.2, parameters: new { value = 549 })
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [Test]
    public void Of_several_expectations_nobody_knows_which_one_the_page_shows() =>
        new JudgedWalk()
            .At(Any.Ga4)
            .With(Conversion())
            .Step("Put two into the cart", Any.Expectation(), Any.Expectation())
            .Recorded(Showing(Shown("value", 549)))
            .Fires("add_to_cart", parameters: new { value = 499 })
            .Fires("add_to_cart", second: 1.2, parameters: new { value = 549 })
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [Test]
    public void Of_several_items_nobody_knows_which_one_the_page_shows() =>
        new JudgedWalk()
            .At(Any.Ga4)
            .With(Conversion())
            .Step("Put it into the cart", Any.Expectation())
            .Recorded(Showing(Shown("items.price", 549)))
            .Fires("add_to_cart", parameters: new { value = 499, items = new[] { new { price = 499 }, new { price = 549 } } })
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [TestCase("value", "value")]
    [TestCase("items.price", "items.price")]
    [TestCase("items.price", "items")]
    public void What_a_destination_is_not_sent_is_not_compared(string shown, string notSent) =>
        new JudgedWalk()
            .At(Any.Ga4)
            .With(
                Conversion() with
                {
                    At = new Dictionary<string, DestinationEvent>
                    {
                        ["ga4"] = new()
                        {
                            Event = "add_to_cart",
                            NotSent = new HashSet<string> { notSent },
                        },
                    },
                }
            )
            .Step("Put it into the cart", Any.Expectation())
            .Recorded(Showing(Shown(shown, 549)))
            .Fires("add_to_cart", parameters: new { value = 499, items = new[] { new { price = 499 } } })
            .Judge()
            .Findings.Should()
            .NotContain(finding => finding.Kind == FindingKind.Inconsistent);

    [Test]
    public void What_was_changed_on_its_way_is_said_once() =>
        new JudgedWalk()
            .At(Any.DataLayer, Any.Ga4)
            .With(Conversion() with { At = Any.Conversion("add_to_cart", "data layer", "ga4").At })
            .Step("Put it into the cart", Any.Expectation())
            .Recorded(Showing(Shown("value", 549)))
            .Fires("add_to_cart", parameters: new { value = 549 }, at: Any.DataLayer)
            .Fires("add_to_cart", second: 1.2, parameters: new { value = 499 }, at: Any.Ga4)
            .Finding()
            .Message.Should()
            .EndWith("'value' is 499 in request 2, but 549 at Data layer (request 1).");

    [TestCase("value", FindingKind.WrongParameter)]
    [TestCase("items.price", FindingKind.WrongParameter, FindingKind.Inconsistent)]
    public void What_the_journey_found_wrong_already_is_said_once_and_nothing_else_is_left_out(string shown, params FindingKind[] kinds) =>
        new JudgedWalk()
            .At(Any.Ga4)
            .With(Conversion())
            .Step("Put it into the cart", Any.Expectation("add_to_cart", ("value", new EqualTo(549))))
            .Recorded(Showing(Shown(shown, 549)))
            .Fires("add_to_cart", parameters: new { value = 499, items = new[] { new { price = 499 } } })
            .Judge()
            .Findings.Select(finding => finding.Kind)
            .Should()
            .Equal(kinds);

    private static JudgedWalk Walk(JToken sent, params ShownValue[] shown) => Walk(sent, Any.Ga4, shown);

    private static JudgedWalk Walk(JToken sent, Destination at, params ShownValue[] shown) =>
        new JudgedWalk()
            .At(at)
            .With(Conversion())
            .Step("Put it into the cart", Any.Expectation())
            .Recorded(Showing(shown))
            .Fires("add_to_cart", parameters: new { value = sent, items = new[] { new { price = sent } } }, at: at);

    private static Conversion Conversion() =>
        Any.Conversion() with
        {
            Parameters = [Any.Parameter("value"), Any.Parameter("items", required: false) with { ItemFields = [Any.Parameter("price")] }],
        };

    private static Func<JourneyRecording, JourneyRecording> Showing(params ShownValue[] shown) =>
        recording => recording with { Steps = [.. recording.Steps.Select(step => step with { Shown = shown })] };

    private static ShownValue Shown(string parameter, JToken value) =>
        new("add_to_cart", parameter, value, "text of css #total", "https://shop.example/cart");
}
