using FluentAssertions;
using MicroConvQA.Journeys.Conditions;
using NUnit.Framework;

namespace MicroConvQA.Specs.Journeys;

internal sealed class ConditionSpecs
{
    private static Condition Read(string yaml) =>
        Samples.Step("[back]", $"[{{purchase: {{coupon: {yaml}}}}}]").Expect[0].Parameters["coupon"];

    [TestCase("EUR", "be 'EUR'")]
    [TestCase("5", "be 5")]
    [TestCase("\"5\"", "be '5'")]
    [TestCase("true", "be true")]
    [TestCase("[1, 2]", "be one of 1, 2")]
    [TestCase("{equals: [1, a]}", "be [1,\"a\"]")]
    [TestCase("{one of: [a, b]}", "be one of 'a', 'b'")]
    [TestCase("{matches: ^LAMP-}", "match /^LAMP-/")]
    [TestCase("{type: money}", "be a money")]
    [TestCase("{type: string}", "be a text")]
    [TestCase("{at least: 1}", "be at least 1")]
    [TestCase("{at most: 2.5}", "be at most 2.5")]
    [TestCase("{at least: 1, at most: 5}", "be at least 1 and be at most 5")]
    [TestCase("{contains: amp}", "contain 'amp'")]
    [TestCase("{absent: true}", "be absent")]
    [TestCase("{present: true}", "be present")]
    [TestCase("{each: {price: {type: money}}}", "have in each item price that must be a money")]
    [TestCase("{any: {id: A}}", "have an item with id that must be 'A'")]
    [TestCase("{none: {id: A}}", "have no item with id that must be 'A'")]
    [TestCase("{count: 2}", "have a number of items that must be 2")]
    [TestCase("{count: {at least: 2}}", "have a number of items that must be at least 2")]
    [TestCase("{unique: id}", "have a different id in each item")]
    [TestCase("{same as: currency}", "be the same as currency")]
    [TestCase("{same as: {destination: plausible}}", "be the same as at plausible")]
    [TestCase("{computed: sum(price * quantity) - discount}", "be sum(price * quantity) - discount")]
    [TestCase("{text of: .price}", "be the text of css '.price'")]
    [TestCase("{value of: Amount}", "be the value of 'Amount'")]
    [TestCase("{attribute: data-total, of: .cart}", "be the attribute data-total of css '.cart'")]
    public void Each_condition_is_read(string yaml, string expected)
    {
        var condition = Read(yaml);

        condition.ToString().Should().Be(expected);
    }

    [Test]
    public void Each_reading_of_the_page_has_a_name_of_its_own()
    {
        var expect = Samples
            .Step(
                "[back]",
                "[{view_item: {value: {text of: .a}, items: {each: {price: {text of: .b}}}}}, {view_item: {value: {text of: .c}}}]"
            )
            .Expect;

        var names = new[]
        {
            ((OnPage)expect[0].Parameters["value"]).Variable,
            ((OnPage)((EachItem)expect[0].Parameters["items"]).Fields["price"]).Variable,
            ((OnPage)expect[1].Parameters["value"]).Variable,
        };

        names.Should().Equal("any/1/view_item/value", "any/1/view_item/items/each/price", "any/2/view_item/value");
    }

    /// <summary>By the types of the dictionary; the rest is for a walk to tell.</summary>
    [TestCase("purchase: {value: 12.5}")]
    [TestCase("purchase: {value: [\"12,50\", 12.5]}")]
    [TestCase("purchase: {value: $total}")]
    [TestCase("purchase: {currency: EUR}")]
    [TestCase("purchase: {currency: {matches: ^E}}")]
    [TestCase("purchase: {value: {absent: true}}")]
    [TestCase("purchase: {coupon: 5}")]
    [TestCase("view_item: {items: {none: {price: \"12,50\"}}}")]
    [TestCase("view_item: {item: $sku}")]
    [TestCase("search: {search_term: $$5}")]
    public void What_can_hold_is_read(string expect) =>
        FluentActions.Invoking(() => Samples.Step("[back]", $"[{{{expect}}}]")).Should().NotThrow();

    [TestCase("view_item: {item: {price: \"12,50\"}}", "'items.price' of 'view_item' can never be '12,50', because")]
    [TestCase("view_item: {item: A B}", "'items.id' of 'view_item' can never be 'A B', because")]
    [TestCase("view_item: {items: {any: {price: free}}}", "'items.price' of 'view_item' can never be 'free', because")]
    [TestCase(
        "search: {search_term: 42}",
        "'search_term' of 'search' can never be 42, because the dictionary says that it is a text. Did you mean 42 in quotes?"
    )]
    [TestCase("search: {results: $found}", "'results' of 'search' can never be '12' ($found), because")]
    public void What_can_never_hold_is_the_authors_mistake(string expect, string problem) =>
        Samples
            .ProblemsOf($"journey: any\nvars: {{found: \"12\"}}\nsteps:\n  - step: Any\n    expect: [{{{expect}}}]\n")
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("journeys/checkout.yaml(5,")
            .And.Contain(problem);

    [Test]
    public void An_item_is_the_only_one_and_has_the_id_by_the_dictionarys_field()
    {
        var items = Samples.Step("[back]", "[{view_item: {item: $sku}}]").Expect[0].Parameters["items"];

        items.ToString().Should().Be("have a number of items that must be 1 and have in each item id that must be '$sku'");
    }

    [Test]
    public void An_item_may_be_described_by_its_fields()
    {
        var items = Samples.Step("[back]", "[{view_item: {item: {price: 5}}}]").Expect[0].Parameters["items"];

        items.ToString().Should().Be("have a number of items that must be 1 and have in each item price that must be 5");
    }

    [Test]
    public void Parameters_named_like_words_of_the_language_go_under_with()
    {
        var expectation = Samples.Step("[back]", "[{purchase: {times: 2, with: {times: 3, within: x}}}]").Expect[0];

        (expectation.Times.ToString(), string.Join(",", expectation.Parameters.Keys)).Should().Be(("exactly 2 times", "times,within"));
    }

    [TestCase("2", "exactly 2 times")]
    [TestCase("{at least: 1}", "at least once")]
    [TestCase("{at least: 1, at most: 3}", "1 to 3 times")]
    public void A_count_is_a_number_or_a_range(string times, string expected)
    {
        var expectation = Samples.Step("[back]", $"[{{purchase: {{times: {times}}}}}]").Expect[0];

        expectation.Times.ToString().Should().Be(expected);
    }

    [TestCase("{value: {contians: a}}", "unknown condition 'contians'. Did you mean 'contains'?")]
    [TestCase("{value: {matches: \"[\"}}", "'[' is not a regular expression: Invalid pattern '[' at offset 1. Unterminated [] set.")]
    [TestCase("{value: {computed: 1 +}}", "'1 +' is not a formula: a number or a parameter's name was expected at the end (character 4).")]
    [TestCase(
        "{value: {type: mony}}",
        "'type' must be one of text, number, integer, money, currency, date, url, boolean, sku, items, string, but is 'mony'. Did you mean 'money'?"
    )]
    [TestCase("{value: {absent: false}}", "'absent' must be true, but is the truth value false.")]
    [TestCase("{value: {same as: {destination: plausble}}}", "unknown destination 'plausble'. Did you mean 'plausible'?")]
    [TestCase(
        "{value: {text of: .a, value of: .b}}",
        "a value is compared with one reading of the page. Keep one of 'text of', 'value of', 'attribute'."
    )]
    [TestCase("{value: {attribute: href}}", "an attribute is read by both keys: {attribute: its name, of: its element}.")]
    [TestCase("{value: 01067}", "01067 reads as the number 1067. Put it in quotes if it is a text.")]
    [TestCase(
        "{valeu: 5}",
        "the dictionary knows no parameter 'valeu' of 'purchase'. Did you mean 'value'? If not, write it under 'with'."
    )]
    [TestCase(
        "{tiems: 2}",
        "the dictionary knows no parameter 'tiems' of 'purchase'. Did you mean 'items'? If not, write it under 'with'."
    )]
    [TestCase(
        "{at least: 1}",
        "'at least' is a condition and stands at a parameter: {parameter: {at least: …}}. A parameter of that name goes under 'with'."
    )]
    [TestCase("{times: 0}", "'times' must be a whole number from 1 to 10000, but is the number 0.")]
    [TestCase("{times: {at least: 3, at most: 1}}", "nothing can be at least 3 and at most 1.")]
    [TestCase(
        "{value: \"12,50\"}",
        "journeys/checkout.yaml(4,26): error: 'value' of 'purchase' can never be '12,50', because the dictionary says that it is an amount of money (a number, not negative, at most two decimals). Did you mean 12.50, without quotes?"
    )]
    [TestCase(
        "{value: [\"12.50\", -1]}",
        "'value' of 'purchase' can never be '12.50', because the dictionary says that it is an amount of money (a number, not negative, at most two decimals). Did you mean 12.50, without quotes?"
    )]
    [TestCase(
        "{value: {at least: 1, type: text}}",
        "'value' of 'purchase' can never be a text, because the dictionary says that it is an amount of money (a number, not negative, at most two decimals)."
    )]
    [TestCase(
        "{currency: €}",
        "'currency' of 'purchase' can never be '€', because the dictionary says that it is an ISO 4217 currency code in capitals. Did you mean EUR?"
    )]
    [TestCase(
        "{with: {currency: eur}}",
        "'currency' of 'purchase' can never be 'eur', because the dictionary says that it is an ISO 4217 currency code in capitals. Did you mean EUR?"
    )]
    [TestCase(
        "{currency: {at least: 3}}",
        "'currency' of 'purchase' can never be at least 3, because the dictionary says that it is an ISO 4217 currency code in capitals."
    )]
    [TestCase("{only: [ga5]}", "unknown destination 'ga5'. Did you mean 'ga4'?")]
    [TestCase("{only: meta}", "the dictionary does not send 'purchase' to 'meta'. It is sent to ga4, plausible.")]
    [TestCase("{within: soon}", "'within' must be a duration such as 5s, 300ms or 1m30s, but is the text 'soon'.")]
    [TestCase("{value: }", "'value' must be a value, a list of values or a mapping of conditions, but is nothing.")]
    [TestCase("{value: {}}", "text of, value of, attribute, of.")]
    public void Each_mistake_has_its_own_message(string details, string expected)
    {
        var problems = Samples.ProblemsOf($"journey: any\nsteps:\n  - step: Any\n    expect: [{{purchase: {details}}}]\n");

        problems.Should().Contain(problem => problem.EndsWith(expected, StringComparison.Ordinal));
    }
}
