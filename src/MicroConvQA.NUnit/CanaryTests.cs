using NUnit.Framework;

namespace MicroConvQA.NUnit;

/// <summary>
/// The run's proof of itself as a test: one walk more, with two faults on purpose, both of which must be found. Derive a class from it, and
/// put a
/// <see cref="JourneyRun"/> beside it. It is one of the walks that were walked before it, which all are that go on side by side.
/// </summary>
public abstract class CanaryTests
{
    [Test]
    public async Task CanaryWasCaught()
    {
        if (await JourneyRun.Current.ProveAsync(TestContext.CurrentContext.CancellationToken) is { } fault)
        {
            Assert.Fail(fault);
        }
    }
}
