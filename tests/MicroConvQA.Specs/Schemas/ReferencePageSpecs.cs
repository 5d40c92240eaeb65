using FluentAssertions;
using NUnit.Framework;

namespace MicroConvQA.Specs.Schemas;

public sealed class ReferencePageSpecs
{
    private static readonly string s_page = Path.Combine(Repository.Root, "docs", "checklist-language.md");

    [Test]
    public void The_reference_page_says_what_the_readers_tables_say()
    {
        var page = LanguageTables.Fill(File.ReadAllText(s_page));

        Approved.HoldsAgainst(page, s_page);
    }

    [Test]
    public void The_reference_page_holds_every_table()
    {
        var page = File.ReadAllText(s_page);

        LanguageTables.Parts.Where(part => !page.Contains($"<!-- begin {part} -->", StringComparison.Ordinal)).Should().BeEmpty();
    }
}
