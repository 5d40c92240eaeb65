using FluentAssertions;
using MicroConvQA.Browser.Settling;
using MicroConvQA.Browser.Walking;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Walking;

internal sealed class AwaitedSignsSpecs
{
    [Test]
    public void An_event_that_several_conversions_share_is_a_sign_only_where_its_values_say_so()
    {
        var sign = AwaitedIn(0, Sent(CountingRule.Action, ("method", "email")), Any.Expectation()).Signs[0];

        sign.Is(Any.Hit(parameters: new { method = "email" })).Should().BeTrue();
        sign.Is(Any.Hit(parameters: new { method = "sms" })).Should().BeFalse();
    }

    [Test]
    public void An_event_whose_values_make_it_another_conversion_is_no_sign_of_the_one_without()
    {
        var dictionary = Any.Dictionary(
            Sent(CountingRule.Action),
            Sent(CountingRule.Action, ("method", "sms")) with
            {
                Name = "sms_signup",
            }
        );

        var sign = AwaitedIn(0, dictionary, Any.Expectation()).Signs[0];

        sign.Is(Any.Hit(parameters: new { method = "sms" })).Should().BeFalse();
        sign.Is(Any.Hit(parameters: new { method = "email" })).Should().BeTrue();
    }

    [TestCase("plausible", true)]
    [TestCase("datalayer", true)]
    [TestCase("ga4", false)]
    [TestCase("snowplow", false)]
    public void Who_is_known_to_send_at_once_is_waited_for_by_itself(string vendor, bool isSentAtOnce)
    {
        var destination = Any.Ga4 with { Vendor = vendor };

        SignsAt(destination)[0].IsSentAtOnce.Should().Be(isSentAtOnce);
    }

    [Test]
    public void A_push_is_a_sign_of_what_is_held_back_where_the_data_layer_is_no_destination()
    {
        SignsAt(Any.Ga4).Select(sign => sign.Vendor).Should().Equal("ga4", "datalayer");
        SignsAt(Any.Ga4 with { Vendor = "plausible" }).Select(sign => sign.Vendor).Should().Equal("plausible");
    }

    [Test]
    public void What_counts_once_per_session_is_met_by_an_earlier_step() =>
        Meets(Second(Sent(CountingRule.Session)), Any.Hit()).Should().BeTrue();

    [Test]
    public void What_counts_once_per_action_is_met_by_none() => Second(Sent(CountingRule.Action)).IsMetBy.Should().BeNull();

    [Test]
    public void What_the_journey_says_of_its_own_expectation_is_the_stronger_word() =>
        AwaitedIn(1, Sent(CountingRule.Session), Any.Expectation(), Any.Expectation() with { IsCountedByRule = false })
            .IsMetBy.Should()
            .BeNull();

    [Test]
    public void What_no_earlier_step_expects_is_met_by_none() =>
        AwaitedIn(0, Sent(CountingRule.Session), Any.Expectation(), Any.Expectation()).IsMetBy.Should().BeNull();

    [TestCase("A", true)]
    [TestCase("B", false)]
    public void What_counts_once_per_product_is_met_by_that_product(string product, bool isMet)
    {
        var awaited = Second(Sent(CountingRule.Product), Any.Expectation("add_to_cart", ("item_id", new EqualTo(product))));

        Meets(awaited, Any.Hit(parameters: new { item_id = "A" })).Should().Be(isMet);
    }

    [Test]
    public void Which_product_is_meant_is_known_only_where_the_journey_names_it() =>
        Second(Sent(CountingRule.Product)).IsMetBy.Should().BeNull();

    [TestCase(7, true)]
    [TestCase(8, false)]
    public void What_counts_once_per_page_is_met_while_that_page_is_open(int visit, bool isMet) =>
        Meets(Second(Sent(CountingRule.Page)), Any.Hit(request: Any.Request() with { Visit = visit })).Should().Be(isMet);

    private static IReadOnlyList<AwaitedEvent> SignsAt(Destination destination) =>
        new AwaitedSigns(
            Any.Journey(Any.Step() with { Expect = [Any.Expectation()] }),
            Any.Dictionary(Sent(CountingRule.Action)),
            Any.Configuration(destination)
        )
            .Of(0, Any.Granted, new Dictionary<string, JToken>(), new HashSet<int>())
            .Single()
            .Signs;

    private static bool Meets(AwaitedConversion awaited, Hit hit) => awaited.IsMetBy!(awaited.Signs[0], hit);

    private static AwaitedConversion Second(Conversion conversion, Expectation? second = null) =>
        AwaitedIn(1, conversion, Any.Expectation(), second ?? Any.Expectation());

    private static AwaitedConversion AwaitedIn(int step, Conversion conversion, params Expectation[] expected) =>
        AwaitedIn(step, Any.Dictionary(conversion), expected);

    private static AwaitedConversion AwaitedIn(int step, ConversionDictionary dictionary, params Expectation[] expected)
    {
        var journey = Any.Journey([
            .. expected.Select((expectation, number) => Any.Step($"Step {number}") with { Expect = [expectation] }),
        ]);
        return new AwaitedSigns(journey, dictionary, Any.Configuration(Any.Ga4))
            .Of(step, Any.Granted, new Dictionary<string, JToken>(), new HashSet<int> { 7 })
            .Single();
    }

    private static Conversion Sent(CountingRule counting, (string Name, string Value)? where = null) =>
        Any.Conversion("add_to_cart", "ga4") with
        {
            Counting = counting,
            At = new Dictionary<string, DestinationEvent>
            {
                ["ga4"] = new()
                {
                    Event = "add_to_cart",
                    Where = where is { } value ? new() { [value.Name] = value.Value } : new Dictionary<string, JToken>(),
                },
            },
        };
}
