using FluentAssertions;
using MicroConvQA.Reporting;
using MicroConvQA.Reporting.Allure;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting.Allure;

internal sealed class CsvSpecs
{
    [TestCase("plain", "\"plain\"")]
    [TestCase("a, b", "\"a, b\"")]
    [TestCase("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [TestCase("two\nlines", "\"two\nlines\"")]
    [TestCase("", "\"\"")]
    [TestCase("-4.5", "\"-4.5\"", TestName = "{m}: a negative number stays one")]
    public void A_cell_is_quoted(string cell, string quoted) =>
        new Csv(ValueMask.None, "A").Row(cell).ToString().Should().Be($"\"A\"\n{quoted}\n");

    [Test]
    public void What_a_page_says_is_no_formula_of_a_spreadsheet([Values("=HYPERLINK(1)", "+1+1", "-A1", "@SUM(1)", "\t=1")] string cell) =>
        new Csv(ValueMask.None, "A").Row(cell).ToString().Should().Be($"\"A\"\n\"'{cell}\"\n");
}
