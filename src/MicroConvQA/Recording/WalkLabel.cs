namespace MicroConvQA.Recording;

/// <summary>Which walk a recording is of.</summary>
public sealed record WalkLabel
{
    public required string Id { get; init; }

    public required string Journey { get; init; }

    public required string Device { get; init; }

    public required string Consent { get; init; }

    /// <summary>The matrix row's values as texts; empty where the journey has no matrix.</summary>
    public IReadOnlyDictionary<string, string> Row { get; init; } = new Dictionary<string, string>();

    /// <summary>Which variant of the journey it was: <c>reload</c>; null = the journey as written.</summary>
    public string? Variant { get; init; }

    public required string BaseUrl { get; init; }

    /// <summary>What was put into its requests on purpose, because it is a run's canary; null = nothing.</summary>
    public string? Canary { get; init; }

    /// <summary>The deploy or commit under test, from the CI's environment; null = unknown.</summary>
    public string? Deploy { get; init; }
}
