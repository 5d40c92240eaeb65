using FluentAssertions;
using MicroConvQA.Cli.Display;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Mutation;
using MicroConvQA.Reporting.Mutants;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Cli;

internal sealed class MutationPageSpecs
{
    private static readonly MutantRemedy Remedy = new(
        new SourcePlace("journeys/guest-checkout.yaml", 28, 9),
        "- add_to_cart: {value: 129.9}",
        "add to what is expected of 'add_to_cart'"
    );

    private static readonly MutationReport Report = new()
    {
        Walks = ["guest-checkout.desktop-chrome.granted", "us-market.desktop-chrome.granted"],
        Mutants =
        [
            .. Enumerable.Repeat(Mutant("drop", MutantFate.Killed) with { KilledBy = FindingKind.Missing }, 1998),
            Mutant("wrong amount everywhere", MutantFate.Survived) with
            {
                Destination = null,
                Parameter = "value",
                What = "value is 154.59 instead of 129.9 at every destination",
                Remedy = Remedy,
            },
            Mutant("change value", MutantFate.Survived) with
            {
                Parameter = "value",
                What = "value is 154.59 instead of 129.9",
                Remedy = Remedy,
            },
            Mutant("change value", MutantFate.Survived) with
            {
                Parameter = "value",
                What = "value is 154.59 instead of 129.9",
                Destination = "mixpanel",
                Remedy = Remedy,
            },
            Mutant("before consent", MutantFate.Equivalent) with
            {
                Conversion = "search",
                Rule = "without consent",
            },
        ],
        NotMade = ["rename of search at Heap"],
    };

    [Test]
    public void The_page_shows_scores_survivors_with_their_lines_and_the_total() =>
        Approved.Matches(
            string.Join("\n", MutationPage.Of(Report, passedOver: 6, TimeSpan.FromSeconds(4.26)).Select(line => line.Text)) + "\n",
            "Night"
        );

    [Test]
    public void Nothing_but_a_full_score_is_shown_as_100_percent()
    {
        var report = Report with
        {
            Mutants = [.. Enumerable.Repeat(Mutant("drop", MutantFate.Killed), 9999), Mutant("drop", MutantFate.Survived)],
        };

        MutationPage.Of(report, 0, TimeSpan.Zero)[^1].Text.Should().EndWith("Score 99.9 %");
    }

    [Test]
    public void Programs_get_every_mutant()
    {
        using var output = new StringWriter { NewLine = "\n" };

        MutationJson.Write(Report with { Mutants = [.. Report.Mutants.Skip(1997)] }, output);

        Approved.Matches(output.ToString(), "json");
    }

    private static Mutant Mutant(string kind, MutantFate fate) =>
        new()
        {
            Operator = kind,
            Walk = "guest-checkout.desktop-chrome.granted",
            Conversion = "add_to_cart",
            Destination = "ga4",
            Step = "Put it into the cart",
            What = "the hit is never sent",
            Fate = fate,
        };
}
