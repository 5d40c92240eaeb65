using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Specs.Judging;
using NUnit.Framework;

namespace MicroConvQA.Specs.Matching;

internal sealed class FormulaAtDestinationsSpecs
{
    private static readonly Destination Mixpanel = Any.Mixpanel with { Needs = Need.Nothing };

    [Test]
    public void A_formula_over_what_a_destination_is_not_sent_is_not_judged_there()
    {
        var verdict = Walk(
                new DestinationEvent
                {
                    Event = "add_to_cart",
                    NotSent = new HashSet<string> { "items" },
                }
            )
            .Judge();

        verdict.Findings.Should().BeEmpty();
        verdict
            .Expectations[0]
            .Destinations[1]
            .Parameters.Single()
            .Expected.Should()
            .Be("be an amount of money (a number, not negative, at most two decimals)");
    }

    [Test]
    public void It_is_judged_where_nothing_is_said_of_that() =>
        Walk(new DestinationEvent { Event = "add_to_cart" })
            .Finding()
            .Message.Should()
            .Be("add_to_cart at Mixpanel: value must be 0.0 (sum(price * quantity)), but is 20 in step 'Put it into the cart'.");

    private static JudgedWalk Walk(DestinationEvent atMixpanel) =>
        new JudgedWalk()
            .At(Any.Ga4, Mixpanel)
            .With(
                Any.Conversion("add_to_cart", "ga4", "mixpanel") with
                {
                    Parameters = [Any.Parameter("value", ParameterType.Money) with { Condition = new Computed("sum(price * quantity)") }],
                    At = new Dictionary<string, DestinationEvent>
                    {
                        ["ga4"] = new() { Event = "add_to_cart" },
                        ["mixpanel"] = atMixpanel,
                    },
                }
            )
            .Step("Put it into the cart", Any.Expectation())
            .Fires("add_to_cart", parameters: new { value = 20, items = new[] { new { price = 10, quantity = 2 } } }, at: Any.Ga4)
            .Fires("add_to_cart", parameters: new { value = 20 }, at: Mixpanel);
}
