using System.Reflection;
using MicroConvQA.Planning;
using MicroConvQA.Source;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace MicroConvQA.NUnit;

/// <summary>
/// Makes one fixture of the class for each walk that <c>playwright.config.json</c> plans. The class derives from
/// <see cref="JourneyTests"/>. Where the configuration or a checklist is wrong, or nothing is planned, there is one fixture with one test
/// that fails and says what to mend.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JourneyWalksAttribute : NUnitAttribute, IFixtureBuilder2
{
    /// <summary>Under this name a fixture without a walk holds why it has none.</summary>
    internal const string ProblemProperty = "MicroConvQA.Problem";

    private const string Nothing = "No walk is planned: no journey is there, or 'Tags' and 'Devices' of the attribute leave none.";

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
        try
        {
            var walks = JourneyPlan.Read(Configuration, new RunSelection { Tags = Tags, Devices = Devices }).Walks;
            return walks.Count == 0 ? [Unplanned(typeInfo, Nothing)] : [.. walks.Select(walk => FixtureOf(walk, typeInfo, filter))];
        }
        catch (SourceProblemException problem)
        {
            return [Unplanned(typeInfo, problem.Message)];
        }
        catch (Exception fault)
        {
            // A throw here would make a fixture without tests, and the adapter drops those without a word.
            return [Unplanned(typeInfo, fault.ToString())];
        }
    }

    /// <summary>Walks are walked side by side; an attribute for that on the base class would not be inherited.</summary>
    private TestSuite FixtureOf(Walk walk, ITypeInfo typeInfo, IPreFilter filter)
    {
        var fixture = builder.BuildFrom(typeInfo, filter, new TestFixtureData(walk) { TestName = walk.Title });
        fixture.Properties.Set(PropertyNames.ParallelScope, ParallelScope.Self);
        return fixture;
    }

    /// <summary>
    /// A fixture that is only marked as invalid has no test, and a run of it is green: so it has the one test that fails.
    /// </summary>
    private static TestFixture Unplanned(ITypeInfo typeInfo, string problem)
    {
        var fixture = new TestFixture(typeInfo, [null]) { Name = $"{typeInfo.Name} cannot be planned" };
        var walked = typeInfo
            .GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Single(method => method.Name == nameof(JourneyTests.Walked));
        fixture.Add(
            new NUnitTestCaseBuilder().BuildTestMethod(walked, fixture, new TestCaseData().SetName($"{fixture.Name}: journeys are planned"))
        );
        fixture.Properties.Set(ProblemProperty, problem);
        return fixture;
    }

    private sealed class EverythingFilter : IPreFilter
    {
        public bool IsMatch(Type type) => true;

        public bool IsMatch(Type type, MethodInfo method) => true;
    }
}
