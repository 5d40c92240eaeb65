using FluentAssertions;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Mutation;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Mutation;

internal sealed class MutationRunSpecs
{
    [Test]
    public void A_checklist_that_says_all_finds_every_fault()
    {
        var report = RecordedWalk.Mutated(new RecordedWalk().Recording);

        report
            .Mutants.Where(mutant => mutant.Fate == MutantFate.Survived)
            .Select(mutant => $"{mutant.Operator}: {mutant.What} ({mutant.Destination})")
            .Should()
            .BeEmpty();
        report.Score.Should().Be(100);
        report.Conversions.Should().OnlyContain(conversion => conversion.Mutants >= 12);
        report.NotMade.Should().BeEmpty();
    }

    [Test]
    public void A_fault_that_it_does_not_find_survives_with_the_line_that_would_find_it()
    {
        var loose = RecordedWalk.Edited("value: 139.8, ", "");

        var survivor = RecordedWalk
            .Mutated(new RecordedWalk().Recording, loose)
            .Mutants.Single(mutant => mutant.Fate == MutantFate.Survived);

        survivor.Operator.Should().Be("wrong amount everywhere");
        survivor.What.Should().Be("value is 166.37 instead of 139.8 at every destination");
        survivor
            .Remedy.Should()
            .Be(
                new MutantRemedy(
                    new SourcePlace("journeys/guest-checkout.yaml", 12, 9),
                    "- add_to_cart: {value: 139.8}",
                    "add to what is expected of 'add_to_cart'"
                )
            );
    }

    [Test]
    public void The_line_that_is_named_kills_the_survivor()
    {
        var loose = RecordedWalk.Edited("{value: 139.8, currency: EUR, ", "{");
        var survivors = RecordedWalk
            .Mutated(new RecordedWalk().Recording, loose)
            .Mutants.Where(mutant => mutant.Fate == MutantFate.Survived)
            .ToList();
        var lines = survivors.Select(mutant => mutant.Remedy!.Line["- add_to_cart: {".Length..^1]);

        var mended = RecordedWalk.Mutated(
            new RecordedWalk().Recording,
            RecordedWalk.Edited("{value: 139.8, currency: EUR, ", $"{{{string.Join(", ", lines)}, ")
        );

        survivors.Should().HaveCount(2);
        mended.Score.Should().Be(100);
    }

    [Test]
    public void What_is_kept_between_mutants_changes_no_fate()
    {
        // A condition that looks at another destination's hit forbids to keep anything.
        var looking = RecordedWalk.Edited("currency: EUR, ", "currency: {equals: EUR, same as: {destination: data layer}}, ");

        var (kept, anew) = (
            RecordedWalk.Mutated(new RecordedWalk().Recording),
            RecordedWalk.Mutated(new RecordedWalk().Recording, looking)
        );

        anew.Mutants.Select(mutant => (mutant.What, mutant.Fate)).Should().Equal(kept.Mutants.Select(mutant => (mutant.What, mutant.Fate)));
    }

    [TestCase("drop", FindingKind.Missing)]
    [TestCase("double", FindingKind.Duplicate)]
    [TestCase("rename", FindingKind.Missing)]
    [TestCase("stray", FindingKind.Unexpected)]
    [TestCase("wrong account", FindingKind.Missing)]
    [TestCase("personal data", FindingKind.PersonalData)]
    public void A_fault_is_found_as_what_it_is(string kind, FindingKind finding) =>
        RecordedWalk
            .Mutated(new RecordedWalk().Recording)
            .Mutants.Where(mutant => mutant.Operator == kind)
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(mutant => mutant.KilledBy == finding);

    [Test]
    public void A_walk_that_did_not_pass_is_refused_with_its_line_and_the_remedy()
    {
        var recording = new RecordedWalk().Recording;
        var broken = recording with { Requests = [.. recording.Requests.Where(request => request.Number != 2)] };

        FluentActions
            .Invoking(() => RecordedWalk.Mutated(broken))
            .Should()
            .Throw<SourceProblemException>()
            .WithMessage(
                "journeys/guest-checkout.yaml(7,9): error: the walk 'guest-checkout.desktop-chrome.granted' did not pass: view_item at Google Analytics 4: expected exactly once, "
                    + "never fired in step 'Look at the lamp'. Faults are only put into what is right: repair the shop or the checklist, run the journeys again, then mutate."
            );
    }

    [Test]
    public void The_documentation_lists_the_operators_and_the_rules()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "mutation.md"));

        page.Should().Contain(OperatorPage.Operators()).And.Contain(OperatorPage.Rules());
    }
}
