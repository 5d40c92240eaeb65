using FluentAssertions;
using MicroConvQA.Journeys;
using MicroConvQA.Judging.Findings;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

internal static partial class JourneyJudgeSpecs
{
    public sealed class EarlierVisits
    {
        [TestCase(Visitor.Returning, 0)]
        [TestCase(Visitor.New, 1)]
        public void What_an_SDK_had_kept_since_the_earlier_visit_is_not_counted(Visitor visitor, int duplicates)
        {
            var verdict = new JudgedWalk()
                .Journey(journey => journey with { Visitor = visitor })
                .Step("Look", Any.Expectation("add_to_cart"))
                .Batch(
                    0,
                    1,
                    hit => hit with { StatedTime = Any.StartedAt.AddDays(-1), EventId = "then" },
                    hit => hit with { EventId = "now" }
                )
                .Judge();

            verdict.Findings.Select(finding => finding.Kind).Should().Equal(Enumerable.Repeat(FindingKind.Duplicate, duplicates));
        }
    }
}
