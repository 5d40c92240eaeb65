namespace MicroConvQA.Running.Canaries;

/// <summary>What became of a run's canary.</summary>
public enum CanaryState
{
    /// <summary>Every fault that was put in was found: the run has proven itself.</summary>
    Caught,

    /// <summary>A fault was not found: the run is void.</summary>
    NotCaught,

    /// <summary>Its walk broke although the same walk without faults did not: the run is void.</summary>
    NotJudged,

    /// <summary>No walk was sound enough to carry one: void where the run would have passed.</summary>
    NotSent,
}
