using FluentAssertions;
using MicroConvQA.NUnit;
using MicroConvQA.Planning;
using NUnit.Framework;
using NUnit.Framework.Internal;

namespace MicroConvQA.JourneyTests;

/// <summary>An empty source of fixtures passes silently, and so does a run that walks one after the other; these do not.</summary>
public sealed class JourneyFixtureSpecs
{
    [Test]
    public void There_are_journeys_to_walk() =>
        Fixtures()
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(fixture => fixture.RunState == global::NUnit.Framework.Interfaces.RunState.Runnable);

    [Test]
    public void Walks_are_walked_side_by_side() =>
        Fixtures().Should().OnlyContain(fixture => Equals(fixture.Properties.Get(PropertyNames.ParallelScope), ParallelScope.Self));

    [Test]
    public void A_plain_run_walks_each_journey_on_one_device_and_meets_each_device()
    {
        var plain = Fixtures()
            .Where(fixture => !fixture.Properties[PropertyNames.Category].Contains(ShopWalksAttribute.Nightly))
            .Select(ShopWalksAttribute.WalkOf)
            .ToList();

        var devices = plain.GroupBy(walk => walk.Journey.Name).Select(journey => journey.Select(walk => walk.Device.Name).Distinct());

        devices.Should().HaveCount(Walks().DistinctBy(walk => walk.Journey.Name).Count()).And.OnlyContain(names => names.Count() == 1);
        plain.DistinctBy(walk => walk.Device.Name).Should().HaveSameCount(Walks().DistinctBy(walk => walk.Device.Name));
    }

    [TestCase("nowhere.config.json", "", "", "nowhere.config.json")]
    [TestCase("playwright.config.json", "no-such-tag", "", "no-such-tag")]
    [TestCase("playwright.config.json", "", "no-such-device", "no-such-device")]
    public void What_cannot_be_planned_is_one_test_that_can_fail(string configuration, string tag, string device, string named)
    {
        var walks = new JourneyWalksAttribute
        {
            Configuration = configuration,
            Tags = Given(tag),
            Devices = Given(device),
        };

        var fixture = walks.BuildFrom(new TypeWrapper(typeof(ShopJourneys))).Should().ContainSingle().Subject;

        // The adapter drops a fixture without tests, and one that is not runnable, without a word.
        fixture.RunState.Should().Be(global::NUnit.Framework.Interfaces.RunState.Runnable);
        LeavesOf(fixture)
            .Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    RunState = global::NUnit.Framework.Interfaces.RunState.Runnable,
                    Name = "ShopJourneys cannot be planned: journeys are planned",
                }
            );
        fixture.Properties.Get("MicroConvQA.Problem").Should().BeOfType<string>().Which.Should().Contain(named);
    }

    private static IEnumerable<global::NUnit.Framework.Interfaces.ITest> LeavesOf(global::NUnit.Framework.Interfaces.ITest test) =>
        test.IsSuite ? test.Tests.SelectMany(LeavesOf) : [test];

    private static string[] Given(string name) => name.Length == 0 ? [] : [name];

    private static IEnumerable<Walk> Walks() => Fixtures().Select(ShopWalksAttribute.WalkOf);

    private static IEnumerable<TestSuite> Fixtures() => new ShopWalksAttribute().BuildFrom(new TypeWrapper(typeof(ShopJourneys)));
}
