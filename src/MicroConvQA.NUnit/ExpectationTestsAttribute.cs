using MicroConvQA.Planning;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace MicroConvQA.NUnit;

/// <summary>
/// Makes one test for each expectation of the fixture's walk, named as a sentence: <c>guest-checkout [pixel-7] add_to_cart exactly
/// once</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ExpectationTestsAttribute : NUnitAttribute, ITestBuilder, IImplyFixture
{
    private readonly NUnitTestCaseBuilder builder = new();

    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        var walk = (Walk)suite!.Arguments.Single()!;
        return ExpectationName
            .AllOf(walk)
            .Select(name => builder.BuildTestMethod(method, suite, new TestCaseData(name.StepIndex, name.Index).SetName(name.Text)));
    }
}
