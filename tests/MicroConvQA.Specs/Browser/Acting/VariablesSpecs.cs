using FluentAssertions;
using MicroConvQA.Browser.Acting;
using MicroConvQA.Journeys;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Acting;

internal sealed class VariablesSpecs
{
    private static Variables Given(params (string Name, JToken Value)[] vars) => Given([], vars);

    private static Variables Given((string Name, JToken Value)[] row, params (string Name, JToken Value)[] vars)
    {
        var walk = Any.Walk(Any.Journey() with { Variables = vars.ToDictionary(pair => pair.Name, pair => pair.Value) });
        walk = walk with { Row = new MatrixRow(row.ToDictionary(pair => pair.Name, pair => pair.Value)) };
        return new Variables(walk, CanaryPerson.Of("walk", 1, "seed"), name => name == "TOKEN" ? "t0p" : null, ["TOKEN"]);
    }

    [TestCase("$sku", "LAMP")]
    [TestCase("the $sku.", "the LAMP.")]
    [TestCase("$$5 for $sku", "$5 for LAMP")]
    [TestCase("$5", "$5")]
    [TestCase("$size", "2.5")]
    [TestCase("$env.TOKEN!", "t0p!")]
    public void A_text_takes_the_values(string template, string text)
    {
        var variables = Given(("sku", "LAMP"), ("size", 2.5));

        variables.Text(template).Should().Be(text);
    }

    [Test]
    public void A_row_goes_before_vars_and_what_is_remembered_before_both()
    {
        var variables = Given([("sku", "ROW"), ("size", "row")], ("sku", "VAR"), ("size", "var"));

        variables.Remember("size", "seen");

        variables.Text("$sku $size").Should().Be("ROW seen");
    }

    [Test]
    public void A_whole_reference_keeps_the_type_of_what_it_refers_to()
    {
        var variables = Given(("price", "$amount"), ("amount", 12.5), ("label", "EUR $amount"));

        var snapshot = variables.Snapshot();

        snapshot["price"].Type.Should().Be(JTokenType.Float);
        snapshot["label"].ToString().Should().Be("EUR 12.5");
    }

    [Test]
    public void What_the_page_said_is_no_reference()
    {
        var variables = Given(("sku", "LAMP"));

        variables.Remember("seen", "$sku");

        variables.Text("$seen").Should().Be("$sku");
    }

    [Test]
    public void A_secret_is_masked_in_the_snapshot()
    {
        var variables = Given(("login", "user:$env.TOKEN"));

        var snapshot = variables.Snapshot();

        snapshot["login"].ToString().Should().Be(Variables.Masked);
        variables.HoldsSecret("$login").Should().BeTrue();
        variables.HoldsSecret("user").Should().BeFalse();
    }

    [Test]
    public void A_variable_that_cannot_be_resolved_stays_as_it_was_written_in_the_snapshot()
    {
        var variables = Given(("password", "$env.GONE"));

        variables.Snapshot()["password"].ToString().Should().Be("$env.GONE");
    }

    [TestCase("$gone", "The variable '$gone' has no value yet. Remember it in an earlier action, or set it under vars.")]
    [TestCase("$one", "The variable '$one' refers to itself. Give it a value of its own.")]
    [TestCase("$env.GONE", "The environment variable GONE is not set, and '$env.GONE' is needed. Set it before the run.")]
    public void What_has_no_value_is_named(string template, string message)
    {
        var variables = Given(("one", "$two"), ("two", "$one"));

        variables.Invoking(given => given.Text(template)).Should().Throw<WalkBrokenException>().WithMessage(message);
    }
}
