using FluentAssertions;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Journeys.Locators;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using AtLeast = MicroConvQA.Journeys.Conditions.AtLeast;
using AtMost = MicroConvQA.Journeys.Conditions.AtMost;
using Contains = MicroConvQA.Journeys.Conditions.Contains;

namespace MicroConvQA.Specs.Matching;

internal sealed class ConditionEvaluatorSpecs
{
    private static readonly object Sent = new
    {
        value = 29.9,
        text = "29.90",
        currency = "EUR",
        empty = "",
        list = new[] { "a", "b" },
        discount = 5,
        total = 34.8,
    };

    private static readonly JObject[] Items =
    [
        JObject.Parse("""{"item_id": "A", "price": 10, "quantity": 2}"""),
        JObject.Parse("""{"item_id": "B", "price": 9.9, "quantity": 1}"""),
    ];

    private static readonly Dictionary<string, JToken> Variables = new()
    {
        ["sku"] = "A",
        ["price"] = 29.9,
        ["size"] = 42,
        ["typed"] = 29.9,
        ["person.email"] = "ann@canary.example",
        ["password"] = "•••",
    };

    private static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("value", new EqualTo(29.90), Truth.Holds);
        yield return Case("value", new EqualTo(29.91), Truth.Fails);
        yield return Case("text", new EqualTo(29.9), Truth.Fails, "a text is no number");
        yield return Case("text", new EqualTo("29.90"), Truth.Holds);
        yield return Case("currency", new EqualTo("eur"), Truth.Fails, "texts are equal letter for letter");
        yield return Case("value", new EqualTo("$typed"), Truth.Holds);
        yield return Case("text", new EqualTo("$typed"), Truth.Fails, "the author gave a number");
        yield return Case("text", new EqualTo("$price"), Truth.Holds, "what the page shows has no type");
        yield return Case("value", new EqualTo("$nowhere"), Truth.Unknown);
        yield return Case("text", new EqualTo("$password"), Truth.Unknown, "the recording does not hold secrets");
        yield return Case("currency", new EqualTo("$$EUR"), Truth.Fails);
        yield return Case("absent", new EqualTo("x"), Truth.Fails);
        yield return Case("currency", new OneOf(["USD", "EUR"]), Truth.Holds);
        yield return Case("currency", new OneOf(["USD", "$nowhere"]), Truth.Unknown);
        yield return Case("currency", new OneOf(["USD"]), Truth.Fails);
        yield return Case("currency", new Matches("^[A-Z]{3}$"), Truth.Holds);
        yield return Case("value", new Matches("^29"), Truth.Holds);
        yield return Case("currency", new Matches("^x"), Truth.Fails);
        yield return Case("value", new AtLeast(29.9m), Truth.Holds);
        yield return Case("value", new AtLeast(30m), Truth.Fails);
        yield return Case("text", new AtLeast(1m), Truth.Fails, "a text is no number");
        yield return Case("value", new AtMost(29.9m), Truth.Holds);
        yield return Case("value", new AtMost(29m), Truth.Fails);
        yield return Case("currency", new Contains("UR"), Truth.Holds);
        yield return Case("list", new Contains("b"), Truth.Holds);
        yield return Case("list", new Contains("c"), Truth.Fails);
        yield return Case("absent", new Absent(), Truth.Holds);
        yield return Case("value", new Absent(), Truth.Fails);
        yield return Case("value", new Present(), Truth.Holds);
        yield return Case("empty", new Present(), Truth.Fails);
        yield return Case("value", new AllOf([new AtLeast(1), new AtMost(30)]), Truth.Holds);
        yield return Case("value", new AllOf([new AtLeast(1), new AtMost(3)]), Truth.Fails);
        yield return Case("value", new SameAs("total", null), Truth.Fails);
        yield return Case("value", new SameAs(null, "mixpanel"), Truth.Holds);
        yield return Case("currency", new SameAs(null, "mixpanel"), Truth.Unknown);
        yield return Case("value", new Computed("sum(price * quantity)"), Truth.Holds);
        yield return Case("total", new Computed("value + 4.9049"), Truth.Holds, "money is compared to the cent");
        yield return Case("total", new Computed("value + discount"), Truth.Fails);
        yield return Case("total", new Computed("value + nothing"), Truth.Fails);
        yield return Case("value", Page("price"), Truth.Holds);
        yield return Case("value", Page("never-read"), Truth.Unknown);
        yield return Case("items", new ItemCount(new EqualTo(2)), Truth.Holds);
        yield return Case("items", new ItemCount(new AtLeast(3)), Truth.Fails);
        yield return Case("items", new EachItem(Field("quantity", new AtLeast(1))), Truth.Holds);
        yield return Case("items", new EachItem(Field("quantity", new AtLeast(2))), Truth.Fails);
        yield return Case("items", new AnyItem(Field("item_id", new EqualTo("$sku"))), Truth.Holds);
        yield return Case("items", new AnyItem(Field("item_id", new EqualTo("C"))), Truth.Fails);
        yield return Case("items", new NoItem(Field("item_id", new EqualTo("C"))), Truth.Holds);
        yield return Case("items", new NoItem(Field("item_id", new EqualTo("B"))), Truth.Fails);
        yield return Case("items", new UniqueItems("item_id"), Truth.Holds);
    }

    [TestCaseSource(nameof(Cases))]
    public void A_condition_is_told(string parameter, Condition condition, Truth expected, string because)
    {
        var hit = Any.Hit(parameters: Sent) with { Items = Items };
        var scope = new HitParameters(hit, new() { Event = "any" }, (_, name) => name == "value" ? new JValue(29.9) : null);

        new ConditionEvaluator(new VariableValues(Variables), name => name != "typed")
            .Test(condition, parameter, scope)
            .Should()
            .Be(expected, because);
    }

    [TestCase(ParameterType.Text, "\"a\"", "1")]
    [TestCase(ParameterType.Number, "-1.5", "\"1.5\"")]
    [TestCase(ParameterType.Integer, "3.0", "3.5")]
    [TestCase(ParameterType.Money, "29.9", "29.999")]
    [TestCase(ParameterType.Money, "0", "-1")]
    [TestCase(ParameterType.Currency, "\"EUR\"", "\"eur\"")]
    [TestCase(ParameterType.Currency, "\"USD\"", "\"XXX\"")]
    [TestCase(ParameterType.Date, "\"2026-03-01T10:00:00Z\"", "\"01.03.2026\"")]
    [TestCase(ParameterType.Date, "\"2026-02-28\"", "\"2026-02-31\"")]
    [TestCase(ParameterType.Url, "\"https://shop.example/a\"", "\"/a\"")]
    [TestCase(ParameterType.Boolean, "true", "\"true\"")]
    [TestCase(ParameterType.Sku, "\"LAMP-ARC_01.b\"", "\"LAMP 01\"")]
    [TestCase(ParameterType.Items, "[{\"item_id\": \"A\"}]", "[]")]
    public void A_type_is_known_as_sent(ParameterType type, string right, string wrong)
    {
        ParameterForms.Is(type, Json(right)).Should().BeTrue();
        ParameterForms.Is(type, Json(wrong)).Should().BeFalse();
    }

    [TestCase("currency")]
    [TestCase("transaction_id")]
    [TestCase("item_id")]
    public void An_alias_that_was_not_sent_is_absent(string name)
    {
        var hit = Any.Hit() with { Currency = null, TransactionId = null, Parameters = [] };

        var found = new HitParameters(hit, new() { Event = "any" }, (_, _) => null).Find(name);

        (found is null).Should().BeTrue();
    }

    [Test]
    public void Parameters_are_found_by_path_by_name_and_by_alias()
    {
        var hit = Any.Hit(
            parameters: new
            {
                ecommerce = new { total = 5 },
                plain = 1,
                ids = new[] { "x", "y" },
            }
        ) with
        {
            Vendor = "mixpanel",
            Currency = "EUR",
            Value = 7,
        };
        var at = new DestinationEvent
        {
            Event = "any",
            ParameterPaths = new Dictionary<string, string> { ["amount"] = "ecommerce.total", ["second"] = "ids.1" },
        };
        var found = new HitParameters(hit, at, (_, _) => null);

        found.Find("amount")!.Value<int>().Should().Be(5);
        found.Find("second")!.Value<string>().Should().Be("y");
        found.Find("plain")!.Value<int>().Should().Be(1);
        found.Find("currency")!.Value<string>().Should().Be("EUR");
        found.Find("value")!.Value<int>().Should().Be(7);
        found.Find("nothing").Should().BeNull();
    }

    [Test]
    public void Item_fields_are_found_by_the_destinations_names()
    {
        var hit = Any.Hit() with { Items = [JObject.Parse("""{"product_id": "A"}""")] };
        var at = new DestinationEvent
        {
            Event = "any",
            ItemFieldNames = new Dictionary<string, string> { ["item_id"] = "product_id" },
        };

        new HitParameters(hit, at, (_, _) => null).ItemsOf("items").Single().Find("item_id")!.Value<string>().Should().Be("A");
    }

    private static TestCaseData Case(string parameter, Condition condition, Truth truth, string because = "") =>
        new TestCaseData(parameter, condition, truth, because).SetArgDisplayNames($"{parameter} must {condition}");

    private static Dictionary<string, Condition> Field(string name, Condition condition) => new() { [name] = condition };

    private static OnPage Page(string variable)
    {
        var price = new ElementLocator { Kind = LocatorKind.Css, Value = ".price" };
        return new(new() { Kind = PageReadingKind.Text, Target = new([price], Any.Place()) }, variable);
    }

    private static JToken Json(string text) =>
        JToken.ReadFrom(
            new Newtonsoft.Json.JsonTextReader(new StringReader(text)) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None }
        );
}
