using MicroConvQA.Decoding;
using MicroConvQA.Judging.Consent;
using MicroConvQA.Judging.Counting;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging;

/// <summary>The outcome of one walk.</summary>
public sealed record JourneyVerdict
{
    public required WalkLabel Walk { get; init; }

    /// <summary>The worst of its parts.</summary>
    public required VerdictStatus Status { get; init; }

    /// <summary>Null where the walk came to its end.</summary>
    public Breakage? Breakage { get; init; }

    /// <summary>One for each expectation of the journey, in its order.</summary>
    public required IReadOnlyList<ExpectationVerdict> Expectations { get; init; }

    /// <summary>What belongs to no expectation: forbidden, unexpected, undecodable, order.</summary>
    public required IReadOnlyList<Finding> StrayFindings { get; init; }

    /// <summary>What the author should know though nothing failed: fallback locators, vendor limits.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Every decoded request of the recording, also those that nobody expected.</summary>
    public required IReadOnlyList<DecodedRequest> Traffic { get; init; }

    /// <summary>Every hit that looks like a double and is none, each with its reason.</summary>
    public IReadOnlyList<ExplainedHit> Explained { get; init; } = [];

    /// <summary>What was held against which consent; empty where no destination needs any.</summary>
    public IReadOnlyList<HeldConsent> Consent { get; init; } = [];

    /// <summary>Why no further hits were waited for.</summary>
    public string? Settled { get; init; }

    /// <summary>All findings, those of expectations first.</summary>
    public IEnumerable<Finding> Findings => Expectations.SelectMany(expectation => expectation.Findings).Concat(StrayFindings);
}
