using System.Diagnostics;
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

    /// <summary>How many steps have begun.</summary>
    public int Begun { get; private set; }

    public override void StepStarted(Walk walk, Step step, int index)
    {
        Begun++;
        if (index == at && browser.IsConnected)
            Closed = browser.CloseAsync();
    }
}

/// <summary>Kills the browser as soon as a step begins, each time.</summary>
/// <param name="argument">What the browser was started with, and no other.</param>
/// <param name="at">The step.</param>
internal sealed class KillAtStep(string argument, int at) : StepObserver
{
    public override void StepStarted(Walk walk, Step step, int index)
    {
        if (index != at)
            return;
        foreach (var process in Process.GetProcesses())
            using (process)
                if (Line(process.Id) is { } line && line.Contains(argument, StringComparison.Ordinal) && !line.Contains("--type="))
                    process.Kill();
    }

    private static string? Line(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            return null;
        }
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
