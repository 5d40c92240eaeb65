using MicroConvQA.Cli.Display;
using MicroConvQA.Journeys;
using MicroConvQA.Planning;
using MicroConvQA.Running;

namespace MicroConvQA.Cli.Progress;

/// <summary>Progress for logs: one line a finished walk, <c>3/40 passed guest-checkout [pixel-7] 4.2 s</c>.</summary>
internal sealed class ProgressLines(Screen screen) : IRunObserver
{
    private readonly Lock _gate = new();
    private int _planned;
    private int _finished;

    public void RunStarted(RunPlan plan) => _planned = plan.Walks.Count;

    public void WalkStarted(Walk walk)
    {
        if (walk.Attempt > 1)
            screen.Write(Line.Of($"{Blank} again  {walk.Title}, attempt {walk.Attempt}", Tone.Quiet));
        else if (walk.Canary is not null)
            screen.Write(Line.Of($"{Blank} proof  {walk.Title}, with faults on purpose", Tone.Quiet));
    }

    public void StepStarted(Walk walk, Step step, int index)
    {
        // A log wants to be short: only results are lines.
    }

    public void WalkFinished(WalkResult result)
    {
        // Counted and written in one: two walks that end together stand in the order of their numbers.
        lock (_gate)
            screen.Write(new Line([new Span($"{$"{++_finished}/{_planned}".PadLeft(Blank.Length)} "), .. WalkWords.Of(result)]));
    }

    public void CanaryFinished(Walk walk)
    {
        // What became of it is said below the run's totals.
    }

    private string Blank => new(' ', $"{_planned}/{_planned}".Length);
}
