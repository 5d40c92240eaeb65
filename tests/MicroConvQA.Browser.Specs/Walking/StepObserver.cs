using MicroConvQA.Journeys;
using MicroConvQA.Planning;
using MicroConvQA.Running;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.Walking;

/// <summary>Stops the run as soon as the first step begins.</summary>
internal sealed class StopAtStep(CancellationTokenSource stop) : StepObserver
{
    public override void StepStarted(Walk walk, Step step, int index) => stop.CancelAfter(1);
}

/// <summary>Lets the walk's time run out as soon as the first step begins.</summary>
internal sealed class RingAtStep(AlarmTime time) : StepObserver
{
    public override void StepStarted(Walk walk, Step step, int index) => time.Ring();
}

/// <summary>Ends the browser as soon as a step begins.</summary>
internal sealed class CloseAtStep(IBrowser browser, int at) : StepObserver
{
    /// <summary>The browser's end.</summary>
    public Task Closed { get; private set; } = Task.CompletedTask;

    public override void StepStarted(Walk walk, Step step, int index)
    {
        if (index == at)
            Closed = browser.CloseAsync();
    }
}

/// <summary>Hears of steps and nothing else.</summary>
internal abstract class StepObserver : IRunObserver
{
    public void RunStarted(RunPlan plan) { }

    public void WalkStarted(Walk walk) { }

    public abstract void StepStarted(Walk walk, Step step, int index);

    public void WalkFinished(WalkResult result) { }

    public void CanaryFinished(Walk walk) { }
}
