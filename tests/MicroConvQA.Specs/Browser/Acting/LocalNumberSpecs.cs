using System.Globalization;
using FluentAssertions;
using MicroConvQA.Browser.Acting;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Acting;

internal sealed class LocalNumberSpecs
{
    private static JToken Read(string text, string locale) => LocalNumber.ValueOf(text, CultureInfo.GetCultureInfo(locale));

    [TestCase("1.299,00 €", "de-DE", "1299.00")]
    [TestCase("1.299,00\u00A0€", "de-DE", "1299.00")]
    [TestCase("1.299,- €", "de-DE", "1299")]
    [TestCase("12.345.678 €", "de-DE", "12345678")]
    [TestCase("€1,299.00", "en-US", "1299.00")]
    [TestCase("US$1,299.00", "en-US", "1299.00")]
    [TestCase("USD 1,299.00", "en-US", "1299.00")]
    [TestCase("-€5.50", "en-US", "-5.50")]
    [TestCase("\u22125.50", "en-US", "-5.50")]
    [TestCase("1\u202F299,00 €", "fr-FR", "1299.00")]
    [TestCase("CHF 1’299.50", "de-CH", "1299.50")]
    [TestCase("1 299 kr", "sv-SE", "1299")]
    [TestCase("₹1,23,456.00", "en-IN", "123456.00")]
    [TestCase("3", "de-DE", "3")]
    [TestCase("12.50", "de-DE", "12.50")]
    [TestCase("0.5", "en-US", "0.5")]
    public void An_amount_is_a_number(string text, string locale, string number)
    {
        var value = Read(text, locale);

        value.Type.Should().BeOneOf(JTokenType.Integer, JTokenType.Float);
        ((decimal)value).Should().Be(decimal.Parse(number, CultureInfo.InvariantCulture));
    }

    [TestCase("Arc lamp", "en-US")]
    [TestCase("01067", "de-DE")]
    [TestCase("from €12.00", "en-US")]
    [TestCase("€1,299.00 €999.00", "en-US")]
    [TestCase("1,29,9", "en-US")]
    [TestCase("SKU 123", "en-US")]
    [TestCase("20 %", "en-US")]
    [TestCase("24.12.2026", "de-DE")]
    [TestCase("4000001234567899", "en-US")]
    [TestCase("", "en-US")]
    public void Anything_else_stays_a_text(string text, string locale)
    {
        var value = Read(text, locale);

        value.Type.Should().Be(JTokenType.String);
        value.ToString().Should().Be(text);
    }

    [TestCase("1.299", 1.299)]
    [TestCase("1299.00", 1299.00)]
    [TestCase("1.299,50", 1299.50)]
    public void What_is_written_for_machines_is_read_the_machines_way_first(string text, double number)
    {
        var value = LocalNumber.ValueOfMachineText(text, CultureInfo.GetCultureInfo("de-DE"));

        ((double)value).Should().Be(number);
    }
}
