using System.Globalization;
using System.Text;
using FluentAssertions;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture.Conformance;

/// <summary>The table in the documentation says what the suite holds. <c>MICROCONV_CONFORMANCE=write</c> writes it.</summary>
internal sealed class ConformanceTableSpecs
{
    private static readonly BrowserEngine[] Engines = [BrowserEngine.Chromium, BrowserEngine.Firefox];
    private static readonly string File = Path.Combine(Repository.Root, "docs", "capture-conformance.md");

    [Test]
    public async Task The_table_of_the_documentation_is_that_of_the_suite()
    {
        var table = Table();
        if (Environment.GetEnvironmentVariable("MICROCONV_CONFORMANCE") == "write")
        {
            await System.IO.File.WriteAllTextAsync(File, table);
        }

        (await System.IO.File.ReadAllTextAsync(File)).ReplaceLineEndings("\n").Should().Be(table);
    }

    private static string Table()
    {
        var text = new StringBuilder(
            """
            # Which ways of sending are seen

            Made by `ConformanceTableSpecs` from the cases of `CaptureConformanceSpecs`, which send an event by each way in a real browser and demand that
            it is seen once, with its exact bytes, as sent by its page, and does not leave the machine. Where a cell says what an engine cannot do, a spec
            fails as soon as it can.


            """.ReplaceLineEndings("\n")
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"| way | {string.Join(" | ", Engines)} |\n| --- |{string.Concat(Engines.Select(_ => " --- |"))}\n"
        );
        foreach (var one in InPageCases.All.Concat(LeavingCases.All))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {one.Name} | {string.Join(" | ", Engines.Select(one.In))} |\n");
        }

        return text.ToString();
    }
}
