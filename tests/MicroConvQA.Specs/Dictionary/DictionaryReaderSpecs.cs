using FluentAssertions;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Source;
using MicroConvQA.Specs.Journeys;
using NUnit.Framework;

namespace MicroConvQA.Specs.Dictionary;

internal sealed class DictionaryReaderSpecs
{
    private static IReadOnlyList<string> ProblemsAfter(string wrong, string right)
    {
        var problems = new SourceProblems();
        Samples.Dictionary.Should().Contain(right);
        new DictionaryReader(["ga4", "plausible"]).Read(
            new SourceText("d.yaml", Samples.Dictionary.Replace(right, wrong, StringComparison.Ordinal)),
            problems
        );
        return [.. problems.InOrder().Select(problem => problem.Message)];
    }

    [Test]
    public void A_conversion_is_read_with_all_that_it_says()
    {
        var viewItem = Samples.ReadDictionary().Find("view_item");

        viewItem
            .Should()
            .BeEquivalentTo(
                new
                {
                    Name = "view_item",
                    Title = "Product viewed",
                    Stage = FunnelStage.Discovery,
                    Tier = 1,
                    Weight = 5,
                    Counting = CountingRule.Product,
                    Review = TimeSpan.FromDays(30),
                    History = new[] { new HistoryEntry(new DateOnly(2026, 1, 31), "First version.") },
                    Place = new SourcePlace("journeys/dictionary.yaml", 16, 3),
                }
            );
    }

    [Test]
    public void Vendor_limits_are_warnings_unless_it_says_error()
    {
        var strict = new DictionaryReader(null).Read(new SourceText("d.yaml", "vendor limits: error\n" + Samples.Dictionary));

        Samples.ReadDictionary().VendorLimits.Should().Be(LimitSeverity.Warning);
        strict.VendorLimits.Should().Be(LimitSeverity.Error);
        strict.Conversions[0].VendorLimits.Should().BeNull();
    }

    [Test]
    public void A_parameter_has_a_type_and_further_conditions()
    {
        var results = Samples.ReadDictionary().Find("search")!.Parameters[1];

        results
            .Should()
            .BeEquivalentTo(
                new ParameterRule
                {
                    Name = "results",
                    Type = ParameterType.Integer,
                    Condition = new MicroConvQA.Journeys.Conditions.AtLeast(1),
                    Description = "How many products were found.",
                }
            );
    }

    [Test]
    public void Items_have_fields_with_rules_of_their_own()
    {
        var items = Samples.ReadDictionary().Find("view_item")!.Parameters[2];

        items
            .ItemFields.Select(field => (field.Name, field.Type, field.Required))
            .Should()
            .Equal(("id", ParameterType.Sku, true), ("price", ParameterType.Money, false));
    }

    [Test]
    public void A_list_of_items_need_not_say_its_type()
    {
        var items = Samples.ReadDictionary().Find("view_item")!.Parameters[2];

        items.Type.Should().Be(ParameterType.Items);
    }

    [Test]
    public void A_destination_has_its_own_names_and_may_not_be_sent_some()
    {
        var plausible = Samples.ReadDictionary().Find("view_item")!.At["plausible"];

        plausible
            .Should()
            .BeEquivalentTo(
                new DestinationEvent
                {
                    Event = "Product",
                    ParameterPaths = new Dictionary<string, string> { ["value"] = "props.value" },
                    NotSent = new HashSet<string> { "currency", "items.price" },
                }
            );
    }

    [Test]
    public void Noise_is_named_once_for_all_journeys()
    {
        var dictionary = Samples.ReadDictionary();

        dictionary.Ignore.Should().Equal("user_engagement", "gtm.*");
    }

    [TestCase("tier: 3", "tier: 1", "'tier' must be a whole number from 1 to 2, but is the number 3.")]
    [TestCase(
        "stage: discvery",
        "stage: discovery",
        "'stage' must be one of discovery, consideration, purchase, but is 'discvery'. Did you mean 'discovery'?"
    )]
    [TestCase("titel: Search", "title: Search", "unknown conversion key 'titel'. Did you mean 'title'?")]
    [TestCase("title: Search\n    titel: x", "title: Search", "unknown conversion key 'titel'. Did you mean 'title'?")]
    [TestCase(
        "search_term: txt",
        "search_term: text",
        "'search_term' must be one of text, number, integer, money, currency, date, url, boolean, sku, items, string, but is 'txt'. Did you mean 'text'?"
    )]
    [TestCase(
        "equals: \"3\"",
        "at least: 1",
        "this parameter can never be '3', because the dictionary says that it is a whole number. Did you mean 3, without quotes?"
    )]
    [TestCase("at least: $x", "at least: 1", "'at least' must be a number, but is the text '$x'.")]
    [TestCase(
        "matches: $sku",
        "at least: 1",
        "the dictionary knows no variables such as '$sku'; it holds for all journeys. Write $$ for a dollar sign."
    )]
    [TestCase(
        "text of: .x",
        "at least: 1",
        "unknown parameter key 'text of'. Known: type, required, description, items, equals, one of, matches, at least, at most, contains, absent, present, each, any, none, count, unique, same as, computed."
    )]
    [TestCase("ga5: search", "ga4: search", "unknown destination 'ga5'. Did you mean 'ga4'?")]
    [TestCase(
        "{valeu: props.value",
        "{value: props.value",
        "the conversion has no parameter 'valeu'. Did you mean 'value'? On the left stand our names, as under 'parameters'."
    )]
    [TestCase(
        "items: {pirce: not sent}",
        "items: {price: not sent}",
        "the conversion has no item field 'pirce'. Did you mean 'price'? On the left stand our names, as under 'parameters'."
    )]
    [TestCase("date: 31.01.2026", "date: 2026-01-31", "'date' must be a date such as 2026-01-31, but is the text '31.01.2026'.")]
    [TestCase(
        "at: {}",
        "at: {ga4: purchase, plausible: Purchase}",
        "a conversion is sent to at least one destination: {destination: its event's name}."
    )]
    public void Each_mistake_has_its_own_message(string wrong, string right, string expected)
    {
        var problems = ProblemsAfter(wrong, right);

        problems.Should().Contain(expected);
    }

    [Test]
    public void A_dictionary_with_a_mistake_still_names_its_conversions()
    {
        var problems = new SourceProblems();

        var dictionary = new DictionaryReader(null).Read(
            new SourceText("d.yaml", Samples.Dictionary.Replace("tier: 1", "tier: 9", StringComparison.Ordinal)),
            problems
        );

        dictionary!.Conversions.Select(conversion => conversion.Name).Should().Equal("search", "view_item", "purchase");
    }

    [Test]
    public void A_dictionary_that_is_cut_names_none()
    {
        var dictionary = new DictionaryReader(null).Read(new SourceText("d.yaml", Samples.Dictionary + "\n  - ["), new SourceProblems());

        dictionary.Should().BeNull();
    }
}
