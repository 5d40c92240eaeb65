using FluentAssertions;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Journeys.Locators;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

internal sealed class PlaceholderSpecs
{
    private const string Emptied = "The page's variable was empty and became a word.";
    private const string Template = "A template was not filled in: what it names has no value there, or nobody knows that name.";

    [TestCase("undefined", Emptied)]
    [TestCase("null", Emptied)]
    [TestCase("NaN", "The page's variable was empty and became a word: it was calculated with.")]
    [TestCase("Infinity", "The page's variable was empty and became a word: something was divided by it.")]
    [TestCase("(not set)", "The tag had no value and was given the words that reports use for none.")]
    [TestCase("[object Object]", "The page's code joined an object to a text instead of one of its values.")]
    [TestCase("order [object Object]", "The page's code joined an object to a text instead of one of its values.")]
    [TestCase("{{Order ID}}", Template)]
    [TestCase("T-{{Order ID}}", Template)]
    [TestCase("${orderId}", Template)]
    [TestCase("%s", Template)]
    [TestCase("{order_id}", Template)]
    [TestCase("<%= order.id %>", Template)]
    [TestCase("T-undefined", Emptied)]
    [TestCase("shop_undefined_12", Emptied)]
    public void A_placeholder_is_a_wrong_parameter_with_its_cause(string value, string cause)
    {
        foreach (var type in new ParameterType?[] { null, ParameterType.Text })
        {
            var finding = Buying(type).Fires("purchase", parameters: new { transaction_id = value }).Finding();

            finding.Kind.Should().Be(FindingKind.WrongParameter);
            finding
                .Message.Should()
                .Be(
                    $"purchase at Google Analytics 4: transaction_id must hold a value and no placeholder, but is '{value}' in step 'Pay'."
                );
            finding.LikelyCause.Should().Be(cause);
            finding.IsWarning.Should().BeFalse();
        }
    }

    [TestCase("T-1001")]
    [TestCase("undefined behaviour")]
    [TestCase("Nullarbor lamp")]
    [TestCase("NAN")]
    [TestCase("Infinity lamp")]
    [TestCase("100 % silk, size {S}")]
    [TestCase("20%sale")]
    [TestCase("[sale] arc lamp")]
    public void A_value_that_only_looks_like_one_is_none(string value) =>
        new JudgedWalk()
            .With(Any.Conversion("purchase") with { Parameters = [Any.Parameter("item_name", ParameterType.Text)] })
            .Step("Pay", Any.Expectation("purchase"))
            .Fires("purchase", parameters: new { item_name = value })
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [TestCase("undefined", false)]
    [TestCase("LAMP-undefined", false)]
    [TestCase("LAMP-1", true)]
    public void An_items_id_is_held_to_it_too(string id, bool passes) =>
        new JudgedWalk()
            .With(
                Any.Conversion("purchase") with
                {
                    Parameters =
                    [
                        Any.Parameter("items", ParameterType.Items) with
                        {
                            ItemFields = [Any.Parameter("item_id", ParameterType.Sku)],
                        },
                    ],
                }
            )
            .Step("Pay", Any.Expectation("purchase"))
            .Fires("purchase", hit: hit => hit with { Items = [new JObject { ["item_id"] = id }], ItemIds = [id] })
            .Judge()
            .Findings.Select(finding => finding.Message)
            .Should()
            .Equal(
                passes
                    ? []
                    :
                    [
                        $"purchase at Google Analytics 4: items[0].item_id must hold a value and no placeholder, but is '{id}' in step 'Pay'.",
                    ]
            );

    [Test]
    public void An_entry_of_a_list_is_held_to_it_too() =>
        Buying()
            .Fires("purchase", parameters: new { transaction_id = new[] { "T-1", "undefined" } })
            .Finding()
            .LikelyCause.Should()
            .Be(Emptied);

    [Test]
    public void A_number_that_became_a_word_has_that_cause()
    {
        var finding = new JudgedWalk()
            .With(Any.Conversion("purchase") with { Parameters = [Any.Parameter("value", ParameterType.Money)] })
            .Step("Pay", Any.Expectation("purchase"))
            .Fires("purchase", parameters: new { value = "NaN" })
            .Finding();

        finding.Expected.Should().Be("value must be an amount of money (a number, not negative, at most two decimals)");
        finding.LikelyCause.Should().Be("The page's variable was empty and became a word: it was calculated with.");
    }

    [Test]
    public void Where_the_dictionary_does_not_declare_the_parameter_it_is_a_warning()
    {
        var verdict = Buying()
            .Fires("purchase", parameters: new { transaction_id = "T-1", affiliation = "undefined" }, hit: hit =>
                hit with
                {
                    Items = [JObject.Parse("""{"item_brand": "null"}"""), JObject.Parse("""{"item_brand": "null"}""")],
                }
            )
            .Judge();

        verdict.Status.Should().Be(VerdictStatus.Passed);
        verdict.Findings.Should().OnlyContain(finding => finding.IsWarning && finding.Kind == FindingKind.WrongParameter);
        verdict
            .Findings.Select(finding => finding.Message)
            .Should()
            .Equal(
                "purchase at Google Analytics 4: 'affiliation' is 'undefined' in step 'Pay', which is a placeholder and no value; the dictionary does not declare it.",
                "purchase at Google Analytics 4: 'items.item_brand' is 'null' in step 'Pay', which is a placeholder and no value; the dictionary does not declare it."
            );
    }

    [Test]
    public void So_it_is_at_an_event_that_the_dictionary_does_not_know_but_not_at_noise()
    {
        var walk = Buying()
            .Fires("purchase", parameters: new { transaction_id = "T-1" })
            .Fires("scroll", parameters: new { depth = "NaN" });

        walk.Finding()
            .Message.Should()
            .Be(
                "scroll at Google Analytics 4: 'depth' is 'NaN' in step 'Pay', which is a placeholder and no value; the dictionary does not declare it."
            );
        walk.Ignoring("scroll").Judge().Findings.Should().BeEmpty();
    }

    [Test]
    public void What_the_shopper_typed_is_none() =>
        Buying()
            .Journey(journey =>
                journey with
                {
                    Steps =
                    [
                        journey.Steps[0] with
                        {
                            Do =
                            [
                                new OnDevice(
                                    ["phone"],
                                    [new Fill(new LocatorChain([], Any.Place()), "null") { Place = Any.Place(), Text = "fill" }]
                                )
                                {
                                    Place = Any.Place(),
                                    Text = "on phone",
                                },
                            ],
                        },
                    ],
                }
            )
            .Fires("purchase", parameters: new { transaction_id = "null", search_term = "null" })
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [Test]
    public void What_the_page_showed_is_none() =>
        Buying()
            .Recorded(recording =>
                recording with
                {
                    Steps =
                    [
                        recording.Steps[0] with
                        {
                            Shown =
                            [
                                new ShownValue("purchase", "transaction_id", "Infinity", "text of css #order", "https://shop.example/"),
                            ],
                        },
                    ],
                }
            )
            .Fires("purchase", parameters: new { transaction_id = "Infinity" })
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [Test]
    public void What_a_walk_remembered_from_the_page_is_none() =>
        Buying()
            .Recorded(recording => recording with { Variables = JudgedWalk.Variables(("order", "(not set)")) })
            .Fires("purchase", parameters: new { transaction_id = "(not set)" })
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [TestCase("null-arc-lamp", true)]
    [TestCase("null", false)]
    public void An_id_may_stand_in_a_pages_address_and_a_word_may_not(string id, bool passes) =>
        Buying()
            .Recorded(recording =>
                recording with
                {
                    Visits =
                    [
                        new PageVisit
                        {
                            Number = 1,
                            Tab = 1,
                            StepIndex = 0,
                            Url = $"https://shop.example/p/{id}",
                            From = TimeSpan.Zero,
                        },
                    ],
                }
            )
            .Fires("purchase", parameters: new { transaction_id = id })
            .Judge()
            .Status.Should()
            .Be(passes ? VerdictStatus.Passed : VerdictStatus.Failed);

    [Test]
    public void A_value_that_the_author_names_is_meant() =>
        Buying(own: new EqualTo("(not set)"))
            .Fires("purchase", parameters: new { transaction_id = "(not set)" })
            .Judge()
            .Findings.Should()
            .BeEmpty();

    private static JudgedWalk Buying(ParameterType? type = null, Condition? own = null) =>
        new JudgedWalk()
            .With(Any.Conversion("purchase") with { Parameters = [Any.Parameter("transaction_id", type)] })
            .Step("Pay", own is null ? Any.Expectation("purchase") : Any.Expectation("purchase", ("transaction_id", own)));
}
