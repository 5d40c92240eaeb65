using FluentAssertions;
using MicroConvQA.Dictionary;
using MicroConvQA.Reporting.Allure;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting.Allure;

internal sealed class SeverityTextSpecs
{
    [TestCase(1, 10, "blocker")]
    [TestCase(1, 8, "blocker")]
    [TestCase(1, 7, "critical")]
    [TestCase(1, 1, "critical")]
    [TestCase(2, 10, "normal")]
    [TestCase(2, 5, "normal")]
    [TestCase(2, 4, "minor")]
    [TestCase(2, 2, "trivial")]
    public void Tier_and_weight_make_the_severity(int tier, int weight, string severity)
    {
        var conversion = new Conversion
        {
            Name = "any",
            Title = "Any",
            Definition = "",
            Trigger = "",
            Stage = FunnelStage.Purchase,
            Tier = tier,
            Weight = weight,
            At = new Dictionary<string, DestinationEvent>(),
            Place = new SourcePlace("any.yaml", 1, 1),
        };

        SeverityText.Of(conversion).Should().Be(severity);
    }
}
