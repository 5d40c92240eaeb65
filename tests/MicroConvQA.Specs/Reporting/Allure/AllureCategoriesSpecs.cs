using System.Text.RegularExpressions;
using FluentAssertions;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Reporting;
using MicroConvQA.Reporting.Allure;
using MicroConvQA.Source;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting.Allure;

internal sealed class AllureCategoriesSpecs
{
    [Test]
    public void Each_kind_of_finding_falls_into_its_own_category([Values] FindingKind kind)
    {
        var finding = new Finding
        {
            Kind = kind,
            Message = "Any message.\nOf two lines.",
            Place = new SourcePlace("any.yaml", 1, 1),
            Expected = "",
            Found = "",
            NextMove = "",
        };
        var status = FindingOutcomeOf(finding);

        var first = AllureCategories.All.Select(JObject.FromObject).First(category => Fits(category, status, FindingText.Summary(finding)));

        ((string)first["name"]!).Should().StartWith($"{FindingKindText.Of(kind)}: ");
    }

    [Test]
    public void What_broke_for_another_reason_falls_into_the_category_of_walks_that_could_not_go_on()
    {
        var first = AllureCategories
            .All.Select(JObject.FromObject)
            .First(category => Fits(category, "broken", "Broken: 'click: Add to cart' …"));

        ((string)first["name"]!).Should().StartWith("Broken: ");
    }

    // A vendor limit fails only where the dictionary says so; then it is failed.
    private static string FindingOutcomeOf(Finding finding) => FindingStatus.Of(finding) == VerdictStatus.Broken ? "broken" : "failed";

    private static bool Fits(JObject category, string status, string message) =>
        category["matchedStatuses"]!.Values<string>().Contains(status)
        && Regex.IsMatch(message, (string)category["messageRegex"]!, RegexOptions.ECMAScript);
}
