using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Planning;
using MicroConvQA.Reporting;
using MicroConvQA.Running;
using MicroConvQA.Source;
using NUnit.Framework;
using NUnit.Framework.Internal;

namespace MicroConvQA.NUnit;

/// <summary>
/// The tests of one walk: it could be walked, each expectation was met, and nothing else fired. Derive a class from it, give it
/// <see cref="JourneyWalksAttribute"/>, and put a <see cref="JourneyRun"/> beside it.
/// </summary>
/// <param name="walk">The walk, given by the attribute.</param>
public abstract class JourneyTests(Walk walk)
{
    private WalkResult? result;
    private Exception? fault;

    /// <summary>
    /// Walks once for all tests of the fixture. It never throws: a throw here would redden every test instead of the one that says why.
    /// </summary>
    [OneTimeSetUp]
    public async Task WalkAsync()
    {
        if (walk is null)
        {
            return;
        }

        try
        {
            result = await JourneyRun.Current.WalkAsync(walk, TestContext.CurrentContext.CancellationToken);
        }
        catch (Exception exception)
        {
            fault = exception;
        }
    }

    [WalkTest("walked")]
    public void Walked()
    {
        if (walk is null)
        {
            Assert.Fail(Problem ?? "No walk is planned.");
            return;
        }

        if (fault is not null)
        {
            throw new InvalidOperationException($"The harness itself failed on {walk.Title}: {fault.Message}", fault);
        }

        if (result!.Verdict.Breakage is { } breakage)
        {
            throw new WalkBrokeException(ShownText.Line($"{breakage.Place}: {breakage.Reason}"));
        }
    }

    [ExpectationTests]
    public void Fires(int stepIndex, int index)
    {
        var verdict = VerdictOf(stepIndex, index);
        foreach (var sentence in UntoldText.Of(verdict))
        {
            TestContext.Out.WriteLine(ShownText.Line($"{UntoldText.Title}: {sentence}"));
        }

        Say(TestOutcome.Of(result!, verdict));
    }

    [WalkTest("fired nothing else")]
    public void FiredNothingElse()
    {
        if (result is null)
        {
            Assert.Ignore("broken: not walked, see the test 'walked'");
        }

        Say(TestOutcome.OfNothingElse(result!));
    }

    /// <summary>Why there is no walk.</summary>
    private static string? Problem =>
        TestExecutionContext.CurrentContext.CurrentTest.Parent?.Properties.Get(JourneyWalksAttribute.ProblemProperty) as string;

    private ExpectationVerdict VerdictOf(int stepIndex, int index)
    {
        if (result is null)
        {
            Assert.Ignore("broken: not reached, see the test 'walked'");
        }

        var expectation = walk.Journey.Steps[stepIndex].Expect[index];
        return result!.Verdict.Expectations.Single(verdict =>
            verdict.StepIndex == stepIndex && verdict.Expectation.Place == expectation.Place
        );
    }

    private static void Say(TestOutcome outcome)
    {
        if (outcome.Status == VerdictStatus.Skipped)
        {
            Assert.Ignore(ShownText.Line(outcome.Reason ?? outcome.Status.ToString()));
        }

        if (outcome.Status == VerdictStatus.Broken)
        {
            throw new WalkBrokeException(
                outcome.Findings.FirstOrDefault(finding => !finding.IsWarning) is { } finding
                    ? FailureMessage.Of(finding)
                    : ShownText.Line(outcome.Reason ?? outcome.Status.ToString())
            );
        }

        FailWith(outcome.Findings);
    }

    private static void FailWith(IEnumerable<Finding> findings)
    {
        foreach (var warning in findings.Where(finding => finding.IsWarning))
        {
            TestContext.Out.WriteLine(ShownText.Line(warning.Message));
        }

        // NUnit's own asserts: reports count any other exception as broken.
        Assert.Multiple(() =>
        {
            foreach (var finding in findings.Where(finding => !finding.IsWarning))
            {
                Assert.Fail(FailureMessage.Of(finding));
            }
        });
    }
}
