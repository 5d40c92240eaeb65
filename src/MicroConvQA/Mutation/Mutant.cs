using MicroConvQA.Judging.Findings;
using MicroConvQA.Source;

namespace MicroConvQA.Mutation;

/// <summary>A fault that was put into a recorded walk, and what became of it.</summary>
internal sealed record Mutant
{
    /// <summary>The name of its operator.</summary>
    public required string Operator { get; init; }

    /// <summary>The id of the walk that it was put into.</summary>
    public required string Walk { get; init; }

    public required string Conversion { get; init; }

    /// <summary>The destination whose hit was changed; null = all of them.</summary>
    public string? Destination { get; init; }

    /// <summary>The title of the step that expects the conversion.</summary>
    public required string Step { get; init; }

    /// <summary>The parameter that was changed; null = the hit as a whole.</summary>
    public string? Parameter { get; init; }

    /// <summary>What was changed, in words.</summary>
    public required string What { get; init; }

    public required MutantFate Fate { get; init; }

    /// <summary>The kind of the first finding that tells it from the walk as it was; null = none does.</summary>
    public FindingKind? KilledBy { get; init; }

    /// <summary>The name of the rule by which it is no fault; null = it is one.</summary>
    public string? Rule { get; init; }

    /// <summary>What would kill it; null where it was killed or is no fault.</summary>
    public MutantRemedy? Remedy { get; init; }
}

/// <summary>What became of a mutant.</summary>
internal enum MutantFate
{
    /// <summary>The checklist finds the fault: the walk fails.</summary>
    Killed,

    /// <summary>The walk passes although the fault is there.</summary>
    Survived,

    /// <summary>It is no fault, by a named rule.</summary>
    Equivalent,
}

/// <summary>The line that would let a checklist find a fault that it misses.</summary>
/// <param name="Place">Where it belongs.</param>
/// <param name="Line">The line as it is to be written.</param>
/// <param name="What">What it does, in words after the place: <c>add to the expectation 'purchase'</c>.</param>
internal sealed record MutantRemedy(SourcePlace Place, string Line, string What);
