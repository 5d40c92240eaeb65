using FluentAssertions;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.Counting;

internal sealed class CountingRulesSpecs
{
    [Test]
    public void A_product_that_is_opened_ten_times_counts_once_per_product() =>
        Opened(CountingRule.Product, times: 10, fires: 1).Judge().Status.Should().Be(VerdictStatus.Passed);

    [Test]
    public void It_counts_ten_times_per_action()
    {
        Opened(CountingRule.Action, times: 10, fires: 10).Judge().Status.Should().Be(VerdictStatus.Passed);
        Opened(CountingRule.Action, times: 10, fires: 1)
            .Judge()
            .Findings.Should()
            .HaveCount(9)
            .And.OnlyContain(finding => finding.Kind == FindingKind.Missing);
    }

    [Test]
    public void What_fires_again_for_the_same_product_is_one_too_many()
    {
        var findings = Opened(CountingRule.Product, times: 10, fires: 10).Judge().Findings.ToList();

        findings.Should().HaveCount(9).And.OnlyContain(finding => finding.Kind == FindingKind.Duplicate);
        findings[0]
            .Message.Should()
            .Be(
                "view_item at Google Analytics 4: fired again in step 'Open 1', though it counts once per product and was counted in step 'Open 0'."
            );
        findings[0].Expected.Should().Be("nothing more, because 'view_item' counts once per product and was counted in step 'Open 0'");
        findings[0].Found.Should().Be("2 hits: request 1 at 11.1 s and request 2 at 21.1 s");
        findings[0]
            .NextMove.Should()
            .Be(
                "Keep the tag from firing again, correct 'counting' of 'view_item' at journeys/dictionary.yaml:1, or say 'times: 1' at journeys/any.yaml:20 if it is meant here."
            );
    }

    [Test]
    public void Another_product_counts_for_itself()
    {
        var walk = new JudgedWalk()
            .With(Conversion(CountingRule.Product))
            .Step("Open A", Wants("A"))
            .Step("Open B", Wants("B"))
            .Fires("view_item", step: 0, parameters: new { item_id = "A" });

        walk.Finding().Message.Should().Be("view_item at Google Analytics 4: expected exactly once, never fired in step 'Open B'.");
    }

    [Test]
    public void An_expectation_that_names_no_product_is_of_one_of_its_own()
    {
        var walk = new JudgedWalk()
            .With(Conversion(CountingRule.Product))
            .Step("Open A", Any.Expectation("view_item"))
            .Step("Open something", Any.Expectation("view_item"))
            .Fires("view_item", step: 0, parameters: new { item_id = "A" });

        walk.Finding().Kind.Should().Be(FindingKind.Missing);
    }

    [Test]
    public void Once_per_session_the_first_one_counts_for_all()
    {
        var verdict = new JudgedWalk()
            .With(Conversion(CountingRule.Session))
            .Step("Sign up", Any.Expectation("view_item"))
            .Step("Sign up again", Any.Expectation("view_item"))
            .Fires("view_item", step: 0)
            .Judge();

        verdict.Status.Should().Be(VerdictStatus.Passed);
        verdict
            .Expectations[1]
            .Destinations[0]
            .Expected.Should()
            .Be("nothing more, because 'view_item' counts once per session and was counted in step 'Sign up'");
    }

    [Test]
    public void What_no_step_expects_again_is_a_duplicate_of_what_was_counted()
    {
        var walk = new JudgedWalk()
            .With(Conversion(CountingRule.Session))
            .Step("Sign up", Any.Expectation("view_item"))
            .Step("Go on")
            .Fires("view_item", step: 0, parameters: new { item_id = "A" })
            .Fires("view_item", step: 1, second: 9, parameters: new { item_id = "B" });

        walk.Finding()
            .Message.Should()
            .Be("view_item at Google Analytics 4: expected exactly once, fired twice: in step 'Sign up' and in step 'Go on'.");
    }

    [Test]
    public void Once_per_page_it_counts_while_the_page_is_open()
    {
        Stayed(to: null).Judge().Status.Should().Be(VerdictStatus.Passed);
        Stayed(to: Any.InStep(1, 5)).Finding().Kind.Should().Be(FindingKind.Missing);
    }

    [Test]
    public void The_journeys_own_count_is_the_stronger_word()
    {
        var again = Any.Expectation("view_item") with { Times = CountRule.Exactly(1), IsCountedByRule = false };
        var walk = new JudgedWalk()
            .With(Conversion(CountingRule.Session))
            .Step("Sign up", Any.Expectation("view_item"))
            .Step("Sign up again", again);

        walk.Fires("view_item", step: 0).Fires("view_item", step: 1).Judge().Status.Should().Be(VerdictStatus.Passed);
    }

    private static JudgedWalk Opened(CountingRule rule, int times, int fires)
    {
        var walk = new JudgedWalk().With(Conversion(rule));
        for (var step = 0; step < times; step++)
            walk.Step($"Open {step}", Wants("A"));
        for (var step = 0; step < fires; step++)
            walk.Fires("view_item", step: step, parameters: new { item_id = "A" });
        return walk;
    }

    private static JudgedWalk Stayed(TimeSpan? to) =>
        new JudgedWalk()
            .With(Conversion(CountingRule.Page))
            .Step("Look", Any.Expectation("view_item"))
            .Step("Look again", Any.Expectation("view_item"))
            .Fires("view_item", step: 0, request: request => request with { Visit = 1 })
            .Recorded(recording =>
                recording with
                {
                    Visits =
                    [
                        new PageVisit
                        {
                            Number = 1,
                            Tab = 1,
                            Url = "https://shop.example/",
                            From = TimeSpan.Zero,
                            To = to,
                            StepIndex = 0,
                        },
                    ],
                }
            );

    private static Expectation Wants(string id) => Any.Expectation("view_item", ("item_id", new EqualTo(id)));

    private static Conversion Conversion(CountingRule rule) => Any.Conversion("view_item") with { Counting = rule };
}
