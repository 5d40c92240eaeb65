using FluentAssertions;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

internal static partial class JourneyJudgeSpecs
{
    public sealed class SharedNames
    {
        private static MicroConvQA.Dictionary.Conversion Told(string name, string value) =>
            Any.Conversion(name) with
            {
                At = new Dictionary<string, MicroConvQA.Dictionary.DestinationEvent>
                {
                    ["ga4"] = new()
                    {
                        Event = "action",
                        Where = new Dictionary<string, Newtonsoft.Json.Linq.JToken> { ["detail.name"] = value },
                    },
                },
            };

        private static JudgedWalk TwoOfOneName() =>
            new JudgedWalk()
                .With(Told("begin_checkout", "begin"), Told("purchase", "pay"))
                .Step("Pay", Any.Expectation("begin_checkout"), Any.Expectation("purchase"));

        [Test]
        public void Conversions_of_one_event_name_are_told_by_a_value() =>
            TwoOfOneName()
                .Fires("action", parameters: new { detail = new { name = "pay" } })
                .Fires("action", parameters: new { detail = new { name = "begin" } })
                .Judge()
                .Status.Should()
                .Be(VerdictStatus.Passed);

        [Test]
        public void One_of_them_is_never_taken_for_the_other()
        {
            var findings = TwoOfOneName()
                .Fires("action", parameters: new { detail = new { name = "pay" } })
                .Fires("action", parameters: new { detail = new { name = "pay" } })
                .Judge()
                .Findings;

            findings
                .Select(finding => (finding.Kind, finding.Conversion))
                .Should()
                .Equal((FindingKind.Missing, "begin_checkout"), (FindingKind.Duplicate, "purchase"));
        }

        [Test]
        public void An_event_with_another_value_is_named()
        {
            var finding = TwoOfOneName()
                .Fires("action", parameters: new { detail = new { name = "pay" } })
                .Fires("action", parameters: new { detail = new { name = "start" } })
                .Finding();

            finding.Kind.Should().Be(FindingKind.Missing);
            finding
                .LikelyCause.Should()
                .Be(
                    "A 'action' was sent (request 2), but its detail.name is 'start' and not 'begin', "
                        + "by which the dictionary tells it from others of that name."
                );
        }
    }
}
