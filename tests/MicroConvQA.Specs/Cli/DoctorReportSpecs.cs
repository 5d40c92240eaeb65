using FluentAssertions;
using MicroConvQA.Cli.Doctor;
using NUnit.Framework;

namespace MicroConvQA.Specs.Cli;

internal sealed class DoctorReportSpecs
{
    [Test]
    public void What_is_missing_has_its_remedy() =>
        Approved.Matches(
            Written.Text(
                DoctorReport.Of([
                    new Requirement(".NET", RequirementState.Found, ".NET 10"),
                    new Requirement("Node.js", RequirementState.Missing, "not found on the PATH", "Install Node.js 20 or later."),
                    new Requirement("Firefox", RequirementState.Optional, "not found", "Run 'microconv install'."),
                ])
            ),
            "Missing"
        );

    [Test]
    public void When_all_is_there_it_says_so() =>
        Written
            .Text(DoctorReport.Of([new Requirement(".NET", RequirementState.Found, ".NET 10")]))
            .Should()
            .EndWith("\n\nEverything that a run needs is here.\n");
}
