using MicroConvQA.Planning;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace MicroConvQA.NUnit;

/// <summary>Makes one test of the fixture's walk as a whole, named by the walk: <c>guest-checkout [pixel-7] walked</c>.</summary>
/// <param name="claim">What the test claims of the walk.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WalkTestAttribute(string claim) : NUnitAttribute, ITestBuilder, IImplyFixture
{
    private readonly NUnitTestCaseBuilder builder = new();

    /// <summary>What the test claims of the walk.</summary>
    public string Claim { get; } = claim;

    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        var walk = (Walk)suite!.Arguments.Single()!;
        return [builder.BuildTestMethod(method, suite, new TestCaseData().SetName($"{walk.Title} {Claim}"))];
    }
}
