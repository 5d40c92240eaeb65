using FluentAssertions;
using MicroConvQA.Journeys;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Journeys;

internal sealed class VariableTextSpecs
{
    private static JToken? ValueOf(string name) =>
        name switch
        {
            "price" => new JValue(19.90m),
            "sku" => new JValue("LAMP"),
            "person.first" => new JValue("Ada"),
            _ => null,
        };

    [TestCase("/p/$sku", "/p/LAMP")]
    [TestCase("Hello $person.first!", "Hello Ada!")]
    [TestCase("$sku costs $$5 or $price", "LAMP costs $5 or 19.90")]
    [TestCase("^a$", "^a$")]
    [TestCase("$5", "$5")]
    [TestCase("$unknown", "$unknown")]
    public void Variables_inside_a_text_are_put_in_as_text(string text, string expected)
    {
        var expanded = VariableText.ExpandToText(text, ValueOf);

        expanded.Should().Be(expected);
    }

    [Test]
    public void A_text_that_is_one_variable_takes_its_typed_value()
    {
        var value = VariableText.Expand("$price", ValueOf);

        value.Should().BeEquivalentTo(new JValue(19.90m));
    }
}
