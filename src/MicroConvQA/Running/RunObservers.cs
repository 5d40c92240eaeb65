using MicroConvQA.Journeys;
using MicroConvQA.Planning;

namespace MicroConvQA.Running;

/// <summary>Tells several observers, one after the other.</summary>
internal sealed class RunObservers(params IReadOnlyList<IRunObserver> observers) : IRunObserver
{
    public void RunStarted(RunPlan plan) => Tell(observer => observer.RunStarted(plan));

    public void WalkStarted(Walk walk) => Tell(observer => observer.WalkStarted(walk));

    public void StepStarted(Walk walk, Step step, int index) => Tell(observer => observer.StepStarted(walk, step, index));

    public void WalkFinished(WalkResult result) => Tell(observer => observer.WalkFinished(result));

    public void CanaryFinished(Walk walk) => Tell(observer => observer.CanaryFinished(walk));

    private void Tell(Action<IRunObserver> news)
    {
        foreach (var observer in observers)
            news(observer);
    }
}
