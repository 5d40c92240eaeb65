using MicroConvQA.Faults;
using MicroConvQA.Planning;

namespace MicroConvQA.Running.Canaries;

/// <summary>What a canary carries, for the walker that puts it into the requests.</summary>
internal static class CanaryWire
{
    /// <summary>What is put into a walk's requests on purpose; null = it is no canary.</summary>
    public static WireFault? FaultOf(Walk walk, RunPlan plan) => Canary.FaultOf(walk, plan);
}
