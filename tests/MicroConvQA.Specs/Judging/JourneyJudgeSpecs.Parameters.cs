using FluentAssertions;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
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
    }
}
