using FluentAssertions;
using NUnit.Framework;

namespace MicroConvQA.Specs.Schemas;

internal sealed class ReferencePageSpecs
{
    private static readonly string[] s_pages = ["checklist-language.md", "declared-vendors.md"];

    [TestCaseSource(nameof(s_pages))]
    public void A_reference_page_says_what_the_readers_tables_say(string name)
    {
        var page = LanguageTables.Fill(File.ReadAllText(PathOf(name)));

        Approved.HoldsAgainst(page, PathOf(name));
    }

    [Test]
    public void The_reference_pages_hold_every_table()
    {
        var pages = string.Concat(s_pages.Select(name => File.ReadAllText(PathOf(name))));

        LanguageTables.Parts.Where(part => !pages.Contains($"<!-- begin {part} -->", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static string PathOf(string name) => Path.Combine(Repository.Root, "docs", name);
}
