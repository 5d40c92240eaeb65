using MicroConvQA.Decoding;
using MicroConvQA.Judging.Counting;
using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Judging;

/// <summary>One expectation at one destination.</summary>
public sealed record DestinationVerdict
{
    /// <summary>The destination's name in the configuration.</summary>
    public required string Destination { get; init; }

    /// <summary>What reports call it.</summary>
    public required string Title { get; init; }

    public required VerdictStatus Status { get; init; }

    /// <summary>What is expected here, in words: <c>'add_to_cart' exactly once</c>, or why it does not apply.</summary>
    public required string Expected { get; init; }

    /// <summary>The hits that were counted for it.</summary>
    public IReadOnlyList<Hit> Hits { get; init; } = [];

    /// <summary>
    /// Hits that look like doubles and are none, each with its reason: copies, retries, other properties, events of one batch.
    /// </summary>
    public IReadOnlyList<ExplainedHit> Explained { get; init; } = [];

    /// <summary>The parameters of the counted hits, held against what must hold.</summary>
    public IReadOnlyList<ParameterDifference> Parameters { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>
    /// What could not be told, each with the reason: <c>value must be $price, which is not known, so it cannot be told</c>. A breakage and
    /// what it kept from being judged is told by the walk's verdict.
    /// </summary>
    public IReadOnlyList<string> Untold { get; init; } = [];
}
