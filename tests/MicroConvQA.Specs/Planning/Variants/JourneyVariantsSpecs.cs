using FluentAssertions;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Journeys.Variants;
using MicroConvQA.Planning;
using MicroConvQA.Planning.Variants;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Planning.Variants;

internal static class JourneyVariantsSpecs
{
    private const string Shop = """
        conversions:
          view_item: {title: View, definition: d., trigger: t., stage: consideration, tier: 1, weight: 5, parameters: {value: money, currency: currency}, at: {ga4: view_item}}
          add_to_cart: {title: Add, definition: d., trigger: t., stage: consideration, tier: 1, weight: 8, parameters: {value: money, currency: currency, items: {items: {item_id: sku, price: money, quantity: integer}}}, at: {ga4: add_to_cart}}
          purchase: {title: Buy, definition: d., trigger: t., stage: purchase, tier: 1, weight: 10, parameters: {transaction_id: string, value: money, currency: currency, items: {items: {item_id: sku, price: money, quantity: integer}}}, at: {ga4: purchase}}
        """;

    private const string Buying = """
        journey: buying
        steps:
          - step: Look
            do:
              - click: Arc lamp
              - remember: {price: {text of: "#price"}}
            expect:
              - view_item: {value: $price, currency: EUR}
          - step: Put it into the cart
            do:
              - click: {role: button, name: Add to cart}
            expect:
              - add_to_cart: {value: $price, item: {item_id: LAMP, quantity: 1}}
          - step: Pay
            do:
              - remember: {total: {text of: "#total"}}
              - click: Pay now
              - wait for: {url: "**/thank-you"}
            expect:
              - purchase: {value: $total, currency: EUR, items: {count: 1, each: {item_id: LAMP}}}
        """;

    private const string Facts = """

        for variants:
          quantity: {step: put-it-into-the-cart, do: [{fill: {Quantity: "3"}}]}
          currency: {start: "/?market=us", is: USD, except: [value]}
          cancelled-payment: [{check: PayPal}, {click: Pay now}, {click: Cancel payment}]
          withdrawn-consent: {do: [{click: Cookie settings}]}
        """;

    private static readonly ConversionDictionary Dictionary = new DictionaryReader(["ga4"]).Read(
        new SourceText("journeys/dictionary.yaml", Shop),
        new SourceProblems()
    )!;

    private static Journey Read(string yaml)
    {
        var names = WorkspaceNames.Of(Dictionary, Any.Configuration(Any.Ga4));
        return new JourneyReader(names).Read([new SourceText("journeys/buying.yaml", yaml)]).Single();
    }

    private static Derivation Derived(ShopperVariant variant, string yaml = Buying + Facts) =>
        JourneyVariants.Of(Read(yaml), variant, Dictionary);

    private static IEnumerable<string> DoneIn(Derivation derivation, string step) =>
        derivation.Journey!.Steps.Single(one => one.Id == step).Do.Select(action => action.Text);

    public sealed class Deriving
    {
        [TestCase(ShopperVariant.Reload, "variant-reload", "reload")]
        [TestCase(ShopperVariant.Back, "variant-back", "back", "forward")]
        [TestCase(ShopperVariant.TwoTabs, "variant-two-tabs", "new tab: /thank-you", "switch tab: 1")]
        public void What_is_done_on_the_confirmation_never_orders_again(ShopperVariant variant, string id, params string[] done)
        {
            var derived = Derived(variant);

            DoneIn(derived, id).Should().Equal(done);
            derived.Journey!.Steps.Select(step => step.Id).Should().Equal("look", "put-it-into-the-cart", "pay", id);
            derived.Journey.Steps[3].Never.Should().Equal("purchase");
            derived.Journey.Steps[3].May.Should().Equal("view_item", "add_to_cart");
        }

        [Test]
        public void Buttons_and_what_orders_are_clicked_twice_and_links_once()
        {
            var derived = Derived(ShopperVariant.DoubleClick);

            derived
                .Journey!.Steps.SelectMany(step => step.Do)
                .Select(action => action.Text)
                .Should()
                .Equal(
                    "click: Arc lamp",
                    "remember: {price: {text of: #price}}",
                    "double click: {role: button, name: Add to cart}",
                    "remember: {total: {text of: #total}}",
                    "double click: Pay now",
                    "wait for: {url: **/thank-you}"
                );
            derived.Journey.Steps.Select(step => step.Expect).Should().BeEquivalentTo(Read(Buying).Steps.Select(step => step.Expect));
        }

        [Test]
        public void Three_pieces_have_three_times_the_value_of_one()
        {
            var derived = Derived(ShopperVariant.Quantity);

            DoneIn(derived, "put-it-into-the-cart").Should().Equal("fill: {Quantity: 3}", "click: {role: button, name: Add to cart}");
            var added = derived.Journey!.Steps[1].Expect.Single();
            added.Parameters["value"].Should().Be(new Computed("sum(price * quantity)"));
            Texts(added.Parameters["items"]).Should().Contain("quantity that must be 3").And.NotContain("quantity that must be 1");
            var bought = derived.Journey.Steps[2].Expect.Single();
            bought
                .Parameters["value"]
                .Should()
                .Be(Read(Buying).Steps[2].Expect.Single().Parameters["value"], "the page says three by itself");
            Texts(bought.Parameters["items"]).Should().Contain("quantity that must be 3");
            derived.Journey.Steps[0].Expect.Should().BeEquivalentTo(Read(Buying).Steps[0].Expect);
        }

        [Test]
        public void Another_currency_is_demanded_of_every_event_that_has_one()
        {
            var derived = Derived(ShopperVariant.Currency);

            derived.Journey!.Start.Should().Be("/?market=us");
            derived
                .Journey.Steps.SelectMany(step => step.Expect)
                .Select(expected => expected.Parameters["currency"].ToString())
                .Should()
                .Equal("be 'USD'", "be 'USD'", "be 'USD'");
            derived.Journey.Steps.SelectMany(step => step.Expect).Should().NotContain(expected => expected.Parameters.ContainsKey("value"));
        }

        [Test]
        public void A_cancelled_payment_ends_the_journey_without_an_order()
        {
            var derived = Derived(
                ShopperVariant.CancelledPayment,
                Buying + "\n  - step: Read the mail\n    do:\n      - open: /mail" + Facts
            );

            DoneIn(derived, "pay").Should().Equal("check: PayPal", "click: Pay now", "click: Cancel payment");
            derived.Journey!.Steps.Should().HaveCount(3);
            derived.Journey.Steps[2].Expect.Should().BeEmpty();
            derived.Journey.Steps[2].Never.Should().Equal("purchase");
        }

        [Test]
        public void The_network_is_lost_between_two_steps()
        {
            var derived = Derived(ShopperVariant.Offline);

            derived.Journey!.Steps.Select(step => step.Id).Should().Equal("look", "variant-offline", "put-it-into-the-cart", "pay");
            DoneIn(derived, "variant-offline").Should().Equal("stay: 6s", "go offline", "stay: 3s", "go online");
        }

        [Test]
        public void Consent_is_taken_back_midway()
        {
            var derived = Derived(ShopperVariant.WithdrawnConsent);

            derived
                .Journey!.Steps.Select(step => step.Id)
                .Should()
                .Equal("look", "put-it-into-the-cart", "variant-withdrawn-consent", "pay");
            derived.Journey.Steps[2].Do[^1].Should().BeOfType<AnswerConsent>().Which.Preset.Should().Be("denied");
        }

        [Test]
        public void Consent_is_taken_back_behind_the_step_that_the_journey_names() =>
            Derived(
                ShopperVariant.WithdrawnConsent,
                Buying + Facts.Replace("{do: [{click: Cookie", "{after: look, do: [{click: Cookie", StringComparison.Ordinal)
            )
                .Journey!.Steps.Select(step => step.Id)
                .Should()
                .Equal("look", "variant-withdrawn-consent", "put-it-into-the-cart", "pay");

        [Test]
        public void It_is_named_as_a_variant_of_its_journey() =>
            Derived(ShopperVariant.Reload).Journey.Should().BeEquivalentTo(new { Name = "buying", Title = "buying (reload)" });

        private static string Texts(Condition condition) => condition.ToString()!;
    }

    public sealed class Leaving_out
    {
        [TestCase(
            ShopperVariant.Quantity,
            "how the shopper takes three is not said: add 'for variants: {quantity: {step: put-it-into-the-cart, do: [{select: {Quantity: \"3\"}}]}}'."
        )]
        [TestCase(
            ShopperVariant.Currency,
            "where the shop has another currency is not said: add 'for variants: {currency: {start: \"/?market=us\", is: USD}}'."
        )]
        [TestCase(
            ShopperVariant.CancelledPayment,
            "how a payment is cancelled is not said: add 'for variants: {cancelled-payment: [{check: PayPal}, {click: Pay now}, {click: Cancel payment}]}'."
        )]
        [TestCase(
            ShopperVariant.WithdrawnConsent,
            "how the shop asks for consent again is not said: add 'for variants: {withdrawn-consent: {do: [{click: Cookie settings}]}}'."
        )]
        public void What_cannot_be_derived_asks_for_one_line(ShopperVariant variant, string why) =>
            Derived(variant, Buying).WhyNot.Should().Be(why);

        [TestCase(ShopperVariant.Reload)]
        [TestCase(ShopperVariant.Back)]
        [TestCase(ShopperVariant.TwoTabs)]
        [TestCase(ShopperVariant.CancelledPayment)]
        public void A_journey_that_orders_nothing_has_no_confirmation(ShopperVariant variant) =>
            Derived(variant, Buying[..Buying.IndexOf("  - step: Pay", StringComparison.Ordinal)])
                .WhyNot.Should()
                .Be("no step of it expects an order, which is a conversion with the parameter 'transaction_id'.");

        [Test]
        public void A_confirmation_of_unknown_address_asks_to_wait_for_it() =>
            Derived(ShopperVariant.TwoTabs, Buying.Replace("      - wait for: {url: \"**/thank-you\"}\n", "", StringComparison.Ordinal))
                .WhyNot.Should()
                .Be("where the confirmation is cannot be told: add '- wait for: {url: \"**/your/thank-you\"}' to the step 'Pay'.");

        [Test]
        public void A_step_that_is_not_there_is_named_with_those_that_are() =>
            Derived(ShopperVariant.Quantity, Buying + Facts.Replace("step: put-it-into-the-cart", "step: basket", StringComparison.Ordinal))
                .WhyNot.Should()
                .Be("'quantity' names the step 'basket', which it does not have. It has 'look', 'put-it-into-the-cart', 'pay'.");
    }

    public sealed class Planning
    {
        [Test]
        public void Those_that_a_journey_names_are_walked_in_every_run()
        {
            var plan = Plan(Buying.Replace("steps:", "variants: [reload, double-click]\nsteps:", StringComparison.Ordinal));

            plan.Walks.Select(walk => walk.Title)
                .Should()
                .Equal(
                    "buying [desktop-chrome]",
                    "buying [desktop-chrome, variant reload]",
                    "buying [desktop-chrome, variant double-click]"
                );
            plan.Walks.Select(walk => walk.Id)
                .Should()
                .Equal(
                    "buying.desktop-chrome.granted",
                    "buying.desktop-chrome.granted.reload",
                    "buying.desktop-chrome.granted.double-click"
                );
        }

        [Test]
        public void On_demand_each_journey_is_walked_in_those_that_it_has_and_what_is_left_out_is_said()
        {
            var plan = Plan(Buying, [.. VariantNames.All.Values]);

            plan.Walks.Select(walk => walk.Variant)
                .Should()
                .Equal(
                    null,
                    ShopperVariant.Reload,
                    ShopperVariant.Back,
                    ShopperVariant.TwoTabs,
                    ShopperVariant.DoubleClick,
                    ShopperVariant.Offline
                );
            plan.LeftOut.Should()
                .HaveCount(4)
                .And.Contain(
                    "The journey 'buying' has no variant 'quantity': how the shopper takes three is not said: add 'for variants: {quantity: {step: put-it-into-the-cart, do: [{select: {Quantity: \"3\"}}]}}'."
                );
        }

        [Test]
        public void Consent_is_withdrawn_only_where_the_walk_grants_something() =>
            Plan(
                (Buying + Facts).Replace("steps:", "consent: [granted, denied, none]\nsteps:", StringComparison.Ordinal),
                [ShopperVariant.WithdrawnConsent]
            )
                .Walks.Where(walk => walk.Variant is not null)
                .Select(walk => walk.Consent.Name)
                .Should()
                .Equal("granted");

        [Test]
        public void A_journey_that_names_one_which_it_has_not_is_wrong() =>
            ProblemOf(Buying.Replace("steps:", "variants: currency\nsteps:", StringComparison.Ordinal), null)
                .Should()
                .Be(
                    "journeys/buying.yaml(1,1): error: The journey 'buying' has no variant 'currency': where the shop has another currency is not said: add 'for variants: {currency: {start: \"/?market=us\", is: USD}}'."
                );

        [Test]
        public void One_that_is_asked_for_and_that_no_journey_has_is_an_error() =>
            ProblemOf(Buying, [ShopperVariant.Currency])
                .Should()
                .StartWith("command line: error: --variants currency: no journey has it. The journey 'buying' has no variant 'currency': ");

        private static RunPlan Plan(string journey, IReadOnlyList<ShopperVariant>? variants = null) =>
            RunPlanner.Plan(
                new Workspace(Any.Configuration(Any.Ga4) with { Devices = [Any.Device()] }, Dictionary, [Read(journey)]),
                RunSelection.Everything with
                {
                    Variants = variants,
                }
            );

        private static string ProblemOf(string journey, IReadOnlyList<ShopperVariant>? variants) =>
            ((Action)(() => Plan(journey, variants))).Should().Throw<SourceProblemException>().Which.Problems.Single().ToString();
    }
}
