using FluentAssertions;
using MicroConvQA.NUnit;
using NUnit.Framework;
using NUnit.Framework.Internal;

namespace MicroConvQA.JourneyTests;

/// <summary>An empty source of fixtures passes silently; this does not.</summary>
public sealed class JourneyCountSpecs
{
    [Test]
    public void There_are_journeys_to_walk()
    {
        var fixtures = new JourneyWalksAttribute().BuildFrom(new TypeWrapper(typeof(ShopJourneys)));

        fixtures.Should().NotBeEmpty().And.OnlyContain(fixture => fixture.RunState == global::NUnit.Framework.Interfaces.RunState.Runnable);
    }
}
