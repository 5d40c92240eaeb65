using MicroConvQA.Journeys.Variants;

namespace MicroConvQA.Planning;

/// <summary>What of all journeys and devices a start asks for; empty lists choose everything.</summary>
internal sealed record RunSelection
{
    public static RunSelection Everything { get; } = new();

    /// <summary>Journey names.</summary>
    public IReadOnlyList<string> Journeys { get; init; } = [];

    /// <summary>Device names or groups.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>Tags; a journey with any of them is chosen.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Variants that are walked beside the journeys, where they apply; null = those that the journeys themselves name.</summary>
    public IReadOnlyList<ShopperVariant>? Variants { get; init; }

    /// <summary>A regular expression that a walk's title must match, case ignored; null = all.</summary>
    public string? Grep { get; init; }

    /// <summary>How often each walk is walked. Default 1, 1 to 1,000.</summary>
    public int Repeat { get; init; } = 1;
}
