using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Mutation;

/// <summary>One fault, ready to be judged.</summary>
/// <param name="Parameter">The parameter that it is in; null = the hit as a whole.</param>
/// <param name="What">What was changed, in words.</param>
/// <param name="Traffic">The walk's traffic with it; null = it cannot be put into this request.</param>
/// <param name="Rule">The rule by which it is no fault; null = it is one.</param>
internal sealed record PlantedFault(string? Parameter, string What, IReadOnlyList<DecodedRequest>? Traffic, EquivalenceRule? Rule = null)
{
    /// <summary>The walk as the fault has it; null = as it was recorded.</summary>
    public JourneyRecording? Recording { get; init; }
}
