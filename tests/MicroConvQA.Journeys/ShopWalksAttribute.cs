using MicroConvQA.NUnit;
using MicroConvQA.Planning;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace MicroConvQA.JourneyTests;

/// <summary>
/// The fixtures of <see cref="JourneyWalksAttribute"/>. A plain run has each journey on one of its devices, which take turns: <c>microconv
/// run</c> has walked all of them, and what NUnit makes of a walk is the same on each. The others are the night's.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShopWalksAttribute : NUnitAttribute, IFixtureBuilder2
{
    private readonly JourneyWalksAttribute all = new();

    /// <summary>The category that a plain run leaves out, by <c>tests/.runsettings</c>.</summary>
    public const string Nightly = "Nightly";

    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo) => Shared(all.BuildFrom(typeInfo));

    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo, IPreFilter filter) => Shared(all.BuildFrom(typeInfo, filter));

    private static List<TestSuite> Shared(IEnumerable<TestSuite> fixtures)
    {
        List<TestSuite> built = [.. fixtures];
        // Where nothing could be planned, the one fixture that says so has no walk.
        var journeys = built.Where(fixture => fixture.Arguments is [Walk]).GroupBy(fixture => WalkOf(fixture).Journey.Name);
        foreach (var (turn, journey) in journeys.Index())
        {
            var devices = journey.Select(fixture => WalkOf(fixture).Device.Name).Distinct().ToList();
            foreach (var fixture in journey.Where(fixture => WalkOf(fixture).Device.Name != devices[turn % devices.Count]))
            {
                fixture.Properties.Add(PropertyNames.Category, Nightly);
            }
        }

        return built;
    }

    internal static Walk WalkOf(TestSuite fixture) => (Walk)fixture.Arguments[0]!;
}
