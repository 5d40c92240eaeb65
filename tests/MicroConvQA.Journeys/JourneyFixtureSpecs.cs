using FluentAssertions;
using MicroConvQA.NUnit;
using NUnit.Framework;
using NUnit.Framework.Internal;

namespace MicroConvQA.JourneyTests;

/// <summary>An empty source of fixtures passes silently, and so does a run that walks one after the other; these do not.</summary>
public sealed class JourneyFixtureSpecs
{
    [Test]
    public void There_are_journeys_to_walk() =>
        Fixtures().Should().NotBeEmpty().And.OnlyContain(fixture => fixture.RunState == global::NUnit.Framework.Interfaces.RunState.Runnable);

    [Test]
    public void Walks_are_walked_side_by_side() =>
        Fixtures().Should().OnlyContain(fixture => Equals(fixture.Properties.Get(PropertyNames.ParallelScope), ParallelScope.Self));

    private static IEnumerable<TestSuite> Fixtures() => new JourneyWalksAttribute().BuildFrom(new TypeWrapper(typeof(ShopJourneys)));
}
