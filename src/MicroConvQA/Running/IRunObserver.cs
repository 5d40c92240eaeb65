using MicroConvQA.Journeys;
using MicroConvQA.Planning;

namespace MicroConvQA.Running;

/// <summary>Is told what happens while it happens, from several threads at once; must return quickly and must not throw.</summary>
internal interface IRunObserver
{
    void RunStarted(RunPlan plan);

    /// <param name="walk">The walk; the run's canary too, which is in no plan and whose end is told by
    /// <see cref="CanaryFinished"/>.</param>
    void WalkStarted(Walk walk);

    /// <param name="walk">The walk.</param>
    /// <param name="step">The step that begins.</param>
    /// <param name="index">Its place, from 0.</param>
    void StepStarted(Walk walk, Step step, int index);

    void WalkFinished(WalkResult result);

    /// <summary>The canary's last attempt is over; what became of it stands in the run's result.</summary>
    void CanaryFinished(Walk walk);
}
