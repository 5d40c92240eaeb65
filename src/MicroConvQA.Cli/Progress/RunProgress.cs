using MicroConvQA.Journeys;
using MicroConvQA.Planning;
using MicroConvQA.Running;

namespace MicroConvQA.Cli.Progress;

/// <summary>Keeps how far all walks of a run have come; a snapshot can be taken at any moment.</summary>
internal sealed class RunProgress(TimeProvider clock) : IRunObserver
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WalkState> _states = [];
    private List<string> _order = [];
    private long _started;

    /// <summary>The time since the run began.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(_started);

    /// <summary>All walks in the plan's order, and the canary while it is under way.</summary>
    public IReadOnlyList<WalkState> Snapshot()
    {
        lock (_gate)
            return [.. _order.Select(id => _states[id])];
    }

    public void RunStarted(RunPlan plan)
    {
        lock (_gate)
        {
            _started = clock.GetTimestamp();
            _order = [.. plan.Walks.Select(walk => walk.Id)];
            foreach (var walk in plan.Walks)
                _states[walk.Id] = new WalkState { Walk = walk };
        }
    }

    public void WalkStarted(Walk walk)
    {
        lock (_gate)
        {
            // The canary is in no plan.
            if (_states.TryAdd(walk.Id, new WalkState { Walk = walk }))
                _order.Add(walk.Id);
        }

        Change(walk, state => state with { StartedAt = Elapsed, Attempt = walk.Attempt, StepIndex = -1, Step = null });
    }

    public void StepStarted(Walk walk, Step step, int index) => Change(walk, state => state with { StepIndex = index, Step = step.Title });

    public void WalkFinished(WalkResult result) => Change(result.Walk, state => state with { Status = result.Verdict.Status });

    public void CanaryFinished(Walk walk)
    {
        lock (_gate)
        {
            _order.Remove(walk.Id);
            _states.Remove(walk.Id);
        }
    }

    private void Change(Walk walk, Func<WalkState, WalkState> change)
    {
        lock (_gate)
            _states[walk.Id] = change(_states[walk.Id]);
    }
}
