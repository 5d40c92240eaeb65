using MicroConvQA.Planning;
using MicroConvQA.Source;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace MicroConvQA.NUnit;

/// <summary>
/// Makes one fixture of the class for each walk that <c>playwright.config.json</c> plans. The class derives from <see cref="JourneyTests"/>.
/// Where the configuration or a checklist is wrong, there is one fixture that fails and says what to mend.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JourneyWalksAttribute : NUnitAttribute, IFixtureBuilder2
{
    private readonly NUnitTestFixtureBuilder builder = new();

    /// <summary>The configuration; a relative path is looked for from the test assembly's folder upwards.</summary>
    public string Configuration { get; init; } = "playwright.config.json";

    /// <summary>Only journeys with any of these tags; empty = all.</summary>
    public string[] Tags { get; init; } = [];

    /// <summary>Only these devices or device groups; empty = all.</summary>
    public string[] Devices { get; init; } = [];

    /// <inheritdoc/>
    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo) => BuildFrom(typeInfo, new EverythingFilter());

    /// <inheritdoc/>
    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo, IPreFilter filter)
    {
        IReadOnlyList<Walk> walks;
        try
        {
            walks = JourneyPlan.Read(Configuration, new RunSelection { Tags = Tags, Devices = Devices }).Walks;
        }
        catch (SourceProblemException problem)
        {
            return [Unreadable(typeInfo, problem)];
        }

        return [.. walks.Select(walk => FixtureOf(walk, typeInfo, filter))];
    }

    /// <summary>Walks are walked side by side; an attribute for that on the base class would not be inherited.</summary>
    private TestSuite FixtureOf(Walk walk, ITypeInfo typeInfo, IPreFilter filter)
    {
        var fixture = builder.BuildFrom(typeInfo, filter, new TestFixtureData(walk) { TestName = walk.Title });
        fixture.Properties.Set(PropertyNames.ParallelScope, ParallelScope.Self);
        return fixture;
    }

    private static TestFixture Unreadable(ITypeInfo typeInfo, SourceProblemException problem)
    {
        var fixture = new TestFixture(typeInfo) { Name = $"{typeInfo.Name} cannot be planned" };
        fixture.MakeInvalid(problem.Message);
        return fixture;
    }

    private sealed class EverythingFilter : IPreFilter
    {
        public bool IsMatch(Type type) => true;

        public bool IsMatch(Type type, System.Reflection.MethodInfo method) => true;
    }
}
