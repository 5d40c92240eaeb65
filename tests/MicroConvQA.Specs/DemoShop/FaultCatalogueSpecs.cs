using System.Text.RegularExpressions;
using FluentAssertions;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.Judging.Findings;
using NUnit.Framework;

namespace MicroConvQA.Specs.DemoShop;

internal sealed partial class FaultCatalogueSpecs
{
    [Test]
    public void Every_kind_of_finding_has_a_fault_and_none_has_more_than_five()
    {
        var kinds = Enum.GetValues<FindingKind>().Select(Words).Append("broken");

        var faults = FaultCatalogue.All.GroupBy(fault => fault.Finding).ToDictionary(group => group.Key, group => group.Count());

        faults.Keys.Should().BeEquivalentTo(kinds);
        faults.Should().AllSatisfy(kind => kind.Value.Should().BeInRange(1, 5));
    }

    [Test]
    public void There_are_at_least_forty_faults_and_no_name_stands_for_two()
    {
        FaultCatalogue.All.Should().HaveCountGreaterThanOrEqualTo(40);
        FaultCatalogue.All.Select(fault => fault.Name).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void The_documentation_lists_them_as_they_are() =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "demo-shop.md"))
            .ReplaceLineEndings("\n")
            .Should()
            .Contain(string.Concat(FaultCatalogue.All.Select(Row)));

    private static string Row(Fault fault) =>
        $"| `{fault.Name}` | {(fault.Conversion == "*" ? "several" : $"`{fault.Conversion}`")} | {fault.WhatGoesWrong} | {fault.Finding}{(fault.Besides is null ? "" : $", {fault.Besides}")} | {Report(fault)} |\n";

    private static string Report(Fault fault) =>
        fault.Reported is { } report ? $"[{report}](https://github.com/{report.Replace("#", "/issues/", StringComparison.Ordinal)})" : "";

    private static string Words(FindingKind kind) =>
        Capital().Replace(kind.ToString(), match => " " + match.Value.ToLowerInvariant()).TrimStart();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
