using FluentAssertions;
using MicroConvQA.Decoding;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.DataLayer;

internal sealed class DataLayerDecoderSpecs
{
    [Test]
    public void Value_is_reached_beside_the_event_and_inside_ecommerce()
    {
        var hit = Sample.OnlyHit(
            Sample.Push("""{"event":"purchase","ecommerce":{"value":5,"currency":"EUR","transaction_id":"T","items":[{"item_id":"A"}]}}""")
        );

        hit.Parameters.SelectToken("value").Should().BeEquivalentTo(new JValue(5));
        hit.Parameters.SelectToken("ecommerce.value").Should().BeEquivalentTo(new JValue(5));
        (hit.Currency, hit.TransactionId, string.Join(',', hit.ItemIds)).Should().Be(("EUR", "T", "A"));
    }

    [Test]
    public void A_key_of_the_message_itself_is_not_overwritten_by_ecommerce()
    {
        var hit = Sample.OnlyHit(Sample.Push("""{"event":"x","value":1,"ecommerce":{"value":2}}"""));

        JsonConvert.SerializeObject(hit.Parameters).Should().Be("""{"value":1,"ecommerce":{"value":2}}""");
    }

    [TestCase("gtm.js")]
    [TestCase("gtm.historyChange-v2")]
    public void Tag_Managers_own_events_are_state(string name)
    {
        Sample.OnlyHit(Sample.Push($$"""{"event":"{{name}}"}""")).Role.Should().Be(HitRole.State);
    }

    [TestCase("""{"pageType":"product"}""")]
    [TestCase("""{"event":""}""")]
    [TestCase("""{"event":{"a":1}}""")]
    public void A_message_without_an_event_is_state(string message)
    {
        var hit = Sample.OnlyHit(Sample.Push(message));

        (hit.Event, hit.Role).Should().Be(("message", HitRole.State));
    }

    [TestCase("""["event","share",{"method":"mail"}]""", "share", HitRole.Event)]
    [TestCase("""["event"]""", "event", HitRole.State)]
    [TestCase("""["config","G-1"]""", "config", HitRole.State)]
    [TestCase("""["consent","update",{}]""", "consent", HitRole.State)]
    [TestCase("""["set","currency","EUR"]""", "set", HitRole.State)]
    [TestCase("[]", "command", HitRole.State)]
    public void A_command_is_read(string command, string name, HitRole role)
    {
        var hit = Sample.OnlyHit(Sample.Push(command, "command"));

        (hit.Event, hit.Role).Should().Be((name, role));
    }

    [Test]
    public void A_consent_command_says_what_it_grants()
    {
        var hit = Sample.OnlyHit(Sample.Push("""["consent","update",{"ad_storage":"denied","analytics_storage":"granted"}]""", "command"));

        hit.Consent.Should()
            .Be(
                new ConsentSignal
                {
                    AdStorage = false,
                    AnalyticsStorage = true,
                    Raw = """consent update {"ad_storage":"denied","analytics_storage":"granted"}""",
                }
            );
    }

    [Test]
    public void A_list_in_place_of_a_command_tracks_nothing_and_it_is_said()
    {
        var hit = Sample.OnlyHit(Sample.Push("""["event","share"]"""));

        hit.Role.Should().Be(HitRole.State);
        hit.Unread.Should()
            .Equal(
                "A list that begins with 'event' was pushed. gtag ignores lists: call gtag('event', …), which pushes its arguments object."
            );
    }

    [Test]
    public void A_single_value_is_said_to_be_ignored()
    {
        Sample
            .OnlyHit(Sample.Push("\"add_to_cart\""))
            .Unread.Should()
            .Equal("A single value was pushed where the data layer expects an object; Tag Manager ignores it.");
    }

    [TestCase("""{"kind":"message"}""")]
    [TestCase("[]")]
    public void A_push_without_an_entry_is_a_problem(string body)
    {
        var push = Sample.Push("1") with { Body = System.Text.Encoding.UTF8.GetBytes(body) };

        Sample
            .Decoder.Decode(push)
            .Problem.Should()
            .Be("A push to the data layer could not be decoded. The push was recorded without its entry.");
    }
}
