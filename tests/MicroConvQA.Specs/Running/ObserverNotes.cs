using System.Collections.Concurrent;
using MicroConvQA.Journeys;
using MicroConvQA.Planning;
using MicroConvQA.Running;

namespace MicroConvQA.Specs.Running;

/// <summary>Notes all that an observer is told.</summary>
internal sealed class ObserverNotes : IRunObserver
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyList<string> Lines => [.. _lines];

    public void RunStarted(RunPlan plan) => _lines.Enqueue($"run of {plan.Walks.Count}");

    public void WalkStarted(Walk walk) => _lines.Enqueue($"{walk.Title} attempt {walk.Attempt}");

    public void StepStarted(Walk walk, Step step, int index) => _lines.Enqueue($"{walk.Title} step {index}");

    public void WalkFinished(WalkResult result) => _lines.Enqueue($"{result.Walk.Title} {result.Verdict.Status}");

    public void CanaryFinished(Walk walk) => _lines.Enqueue($"{walk.Title} is back");
}
