using FluentAssertions;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Journeys;

/// <summary>The example of the language's reference page.</summary>
internal sealed class ExampleSpecs
{
    public static string Path { get; } =
        System.IO.Path.Combine(Repository.Root, "tests", "MicroConvQA.Specs", "Journeys", "Examples", "guest-checkout.yaml");

    private static Journey Read() =>
        new JourneyReader(KnownNames.Nothing).Read([new SourceText("journeys/guest-checkout.yaml", File.ReadAllText(Path))])[0];

    [Test]
    public void It_is_read_without_a_problem()
    {
        var journey = Read();

        journey
            .Should()
            .BeEquivalentTo(
                new
                {
                    Name = "guest-checkout",
                    Title = "A guest finds a lamp by search and buys it",
                    Owner = "growth-analytics",
                    Tags = new[] { "nightly", "tier-1" },
                    Visitor = Visitor.New,
                    Consent = new[] { "granted", "denied" },
                    Devices = new[] { "desktop", "phone" },
                    Start = "/",
                }
            );
    }

    [Test]
    public void Steps_have_ids_of_their_own_or_made_from_their_words()
    {
        var journey = Read();

        journey
            .Steps.Select(step => step.Id)
            .Should()
            .Equal(
                "search-for-a-lamp",
                "look-at-the-arc-lamp-for-a-while",
                "look-closer",
                "put-it-into-the-cart",
                "address",
                "delivery",
                "pay"
            );
    }

    [Test]
    public void A_fill_of_several_fields_becomes_one_action_a_field()
    {
        var actions = Read().Steps[4].Do;

        actions
            .Select(action => action.Text)
            .Should()
            .Equal("fill: {E-mail: $person.email}", "fill: {First name: $person.first}", "fill: {Postcode: 01067}", "click: Continue");
    }

    [Test]
    public void A_postcode_in_quotes_is_typed_as_it_stands()
    {
        var postcode = (Fill)Read().Steps[4].Do[2];

        postcode.Value.Should().Be("01067");
    }

    [Test]
    public void Conditions_read_as_sentences()
    {
        var viewItem = Read().Steps[1].Expect[0];

        viewItem
            .Parameters.Select(pair => $"{pair.Key} must {pair.Value}")
            .Should()
            .BeEquivalentTo(
                "value must be '$price'",
                "items must have a number of items that must be 1 and have in each item item_id that must be '$sku'"
            );
    }

    [Test]
    public void Actions_for_some_devices_keep_their_own_actions()
    {
        var onPhone = (OnDevice)Read().Steps[2].Do[0];

        onPhone.Should().Match<OnDevice>(on => on.Devices.Single() == "phone" && on.Actions.Single() is DoubleTap);
    }

    [Test]
    public void A_number_in_a_condition_is_a_number()
    {
        var results = Read().Steps[0].Expect[0].Parameters["results"];

        results.Should().Be(new MicroConvQA.Journeys.Conditions.AtLeast(1));
    }
}
