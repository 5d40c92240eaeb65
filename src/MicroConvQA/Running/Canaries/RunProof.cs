namespace MicroConvQA.Running.Canaries;

/// <summary>A run's proof of itself.</summary>
/// <param name="Canary">What became of its canary; null = none came to its end.</param>
/// <param name="Fault">Why the run is void, in words; null = it is not.</param>
internal sealed record RunProof(CanaryResult? Canary, string? Fault)
{
    /// <summary>No canary was asked for, or it was stopped.</summary>
    public static RunProof None { get; } = new(null, null);
}
