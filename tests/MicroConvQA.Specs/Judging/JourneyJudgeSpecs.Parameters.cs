using FluentAssertions;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

internal static partial class JourneyJudgeSpecs
{
    public sealed class Parameters
    {
        private static readonly MicroConvQA.Dictionary.ParameterRule[] Money =
        [
            Any.Parameter("value", ParameterType.Money),
            Any.Parameter("currency", ParameterType.Currency),
        ];

        private static JudgedWalk Priced(params (string, Condition)[] conditions) =>
            new JudgedWalk().With(Any.Conversion() with { Parameters = Money }).Step(Cart, Any.Expectation("add_to_cart", conditions));

        [Test]
        public void A_wrong_value_is_shown_with_what_it_must_be()
        {
            var finding = Priced(("currency", new EqualTo("EUR")))
                .Fires("add_to_cart", parameters: new { value = 129.9, currency = "USD" })
                .Finding();

            finding.Kind.Should().Be(FindingKind.WrongParameter);
            finding
                .Message.Should()
                .Be("add_to_cart at Google Analytics 4: currency must be 'EUR', but is 'USD' in step 'Put it into the cart'.");
            finding
                .Differences.Should()
                .BeEquivalentTo([
                    new ParameterDifference("value", "be an amount of money (a number, not negative, at most two decimals)", "129.9", true),
                    new ParameterDifference("currency", "be an ISO 4217 currency code in capitals and be 'EUR'", "'USD'", false),
                ]);
        }

        [Test]
        public void A_number_in_quotes_is_a_text()
        {
            var finding = Priced().Fires("add_to_cart", parameters: new { value = "129.90", currency = "EUR" }).Finding();

            finding.Kind.Should().Be(FindingKind.WrongParameter);
            finding
                .Message.Should()
                .Be(
                    "add_to_cart at Google Analytics 4: value must be an amount of money (a number, not negative, "
                        + "at most two decimals), but is '129.90' (a text) in step 'Put it into the cart'."
                );
            finding.LikelyCause.Should().Be("The number was sent as a text.");
        }

        [TestCase("1.299,00")]
        [TestCase("€ 1,299.00")]
        public void A_number_as_shown_is_named_as_such(string value) =>
            Priced()
                .Fires("add_to_cart", parameters: new { value, currency = "EUR" })
                .Finding()
                .LikelyCause.Should()
                .Be("The number was sent as it is shown to the shopper, not as a number.");

        [Test]
        public void A_required_parameter_that_was_not_sent_is_missing()
        {
            var finding = Priced().Fires("add_to_cart", parameters: new { Value = 129.9, currency = "EUR" }).Finding();

            finding.Kind.Should().Be(FindingKind.MissingParameter);
            finding
                .Message.Should()
                .Be("add_to_cart at Google Analytics 4: the parameter value was not sent in step 'Put it into the cart'.");
            finding.Found.Should().Be("absent");
            finding.LikelyCause.Should().Be("It stands under another name: 'Value' is 129.9.");
        }

        [Test]
        public void A_parameter_that_a_destination_is_not_sent_is_not_judged_there()
        {
            var conversion = Any.Conversion() with
            {
                Parameters = Money,
                At = new Dictionary<string, MicroConvQA.Dictionary.DestinationEvent>
                {
                    ["ga4"] = new()
                    {
                        Event = "add_to_cart",
                        NotSent = new HashSet<string> { "currency" },
                    },
                },
            };

            new JudgedWalk()
                .With(conversion)
                .Step(Cart, Any.Expectation("add_to_cart", ("currency", new EqualTo("EUR"))))
                .Fires("add_to_cart", parameters: new { value = 1 })
                .Judge()
                .Status.Should()
                .Be(VerdictStatus.Passed);
        }

        [Test]
        public void A_value_changed_between_push_and_hit_is_named()
        {
            var finding = Priced(("currency", new EqualTo("EUR")))
                .At(Any.Ga4, Any.DataLayer)
                .With(Any.Conversion("add_to_cart", "ga4", "data layer") with { Parameters = Money })
                .Fires("add_to_cart", at: Any.DataLayer, parameters: new { value = 1, currency = "EUR" })
                .Fires("add_to_cart", second: 1.2, parameters: new { value = 1, currency = "USD" })
                .Finding();

            finding
                .LikelyCause.Should()
                .Be("The data-layer push that caused it (request 1) holds 'EUR': it was changed on the way to Google Analytics 4.");
        }

        [Test]
        public void A_variable_is_compared_by_its_value()
        {
            var finding = Priced(("value", new EqualTo("$price")))
                .Fires("add_to_cart", parameters: new { value = 12, currency = "EUR" })
                .Recorded(recording => recording with { Variables = JudgedWalk.Variables(("price", 129.9)) })
                .Finding();

            finding
                .Message.Should()
                .Be("add_to_cart at Google Analytics 4: value must be 129.9 ($price), but is 12 in step 'Put it into the cart'.");
        }

        [Test]
        public void A_variable_that_was_never_read_cannot_be_told()
        {
            var verdict = Priced(("value", new EqualTo("$price")))
                .Fires("add_to_cart", parameters: new { value = 12, currency = "EUR" })
                .Judge();

            verdict.Status.Should().Be(VerdictStatus.Broken);
            verdict.Findings.Should().BeEmpty();
            verdict.Expectations.Single().Reason.Should().Be("broken: value must be $price, which is not known, so it cannot be told");
        }

        [Test]
        public void The_same_as_at_another_destination_is_judged_by_the_paired_hit()
        {
            var walk = new JudgedWalk()
                .At(Any.Ga4, Any.Mixpanel)
                .With(Any.Conversion("purchase", "ga4", "mixpanel") with { Parameters = [Any.Parameter("value")] })
                .Step("Pay", Any.Expectation("purchase", ("value", new SameAs(null, "mixpanel"))))
                .Fires("purchase", parameters: new { value = 10 })
                .Fires("purchase", at: Any.Mixpanel, parameters: new { value = 11 });

            walk.Finding()
                .Message.Should()
                .Be("purchase at Google Analytics 4: value must be 11 (the same as at mixpanel), but is 10 in step 'Pay'.");
        }

        /// <summary>Names that stand for the one that a vendor documents, and the one itself.</summary>
        [TestCase("https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&_p=1&cid=1.1&en=add_to_cart&pr1=k0id~v0SKU-1~nmLamp", false)]
        [TestCase("https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&_p=1&cid=1.1&en=add_to_cart&pr1=piSKU-1~nmLamp", false)]
        [TestCase("https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&_p=1&cid=1.1&en=add_to_cart&pr1=idSKU-1~nmLamp", true)]
        public void An_item_of_Google_Analytics_4_has_its_id_as_item_id(string url, bool passes) =>
            WithItemId(Any.Ga4)
                .Sends(0, Any.Request() with { Url = url, Method = "GET", Body = [] })
                .Judge()
                .Findings.Select(finding => finding.Message)
                .Should()
                .Equal(passes ? [] : new[] { NoItemId("Google Analytics 4") });

        [Test]
        public void The_name_that_stands_for_a_documented_one_is_the_likely_cause() =>
            WithItemId(Any.Ga4)
                .Sends(
                    0,
                    Any.Request() with
                    {
                        Url = "https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&_p=1&cid=1.1&en=add_to_cart&pr1=piSKU-1~nmLamp",
                        Method = "GET",
                        Body = [],
                    }
                )
                .Finding()
                .LikelyCause.Should()
                .Be("It stands under another name: the hit has 'SKU-1', but Google Analytics 4 documents 'item_id'.");

        [TestCase("""{"event": "add_to_cart", "ecommerce": {"items": [{"id": "SKU-1"}]}}""", false)]
        [TestCase("""{"event": "add_to_cart", "ecommerce": {"items": [{"item_id": "SKU-1"}]}}""", true)]
        [TestCase("""{"event": "add_to_cart", "ecommerce": {"add": {"products": [{"id": "SKU-1"}]}}}""", true)]
        public void An_item_of_the_data_layer_has_its_id_as_the_shape_documents_it(string push, bool passes) =>
            WithItemId(Any.DataLayer)
                .Sends(
                    0,
                    Any.Request(transport: Transport.DataLayer) with
                    {
                        Body = System.Text.Encoding.UTF8.GetBytes($$"""{"kind": "message", "entry": {{push}}}"""),
                    }
                )
                .Judge()
                .Findings.Select(finding => finding.Message)
                .Should()
                .Equal(passes ? [] : new[] { NoItemId("Data layer") });

        [Test]
        public void A_vendor_that_documents_no_name_takes_the_customary_one() =>
            WithItemId(Any.Mixpanel)
                .Fires("add_to_cart", at: Any.Mixpanel, hit: hit =>
                    hit with
                    {
                        Items = [Newtonsoft.Json.Linq.JObject.Parse("""{"id": "SKU-1"}""")],
                        ItemIds = ["SKU-1"],
                    }
                )
                .Judge()
                .Findings.Should()
                .BeEmpty();

        private static JudgedWalk WithItemId(MicroConvQA.Configuration.Destinations.Destination destination) =>
            new JudgedWalk()
                .At(destination)
                .With(
                    Any.Conversion("add_to_cart", destination.Name) with
                    {
                        Parameters = [Any.Parameter("items", ParameterType.Items) with { ItemFields = [Any.Parameter("item_id")] }],
                    }
                )
                .Step(Cart, Any.Expectation());

        private static string NoItemId(string title) =>
            $"add_to_cart at {title}: the parameter items[0].item_id was not sent in step 'Put it into the cart'.";
    }
}
