using MicroConvQA.Judging.Findings;

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
