using MicroConvQA.Journeys.Locators;
using MicroConvQA.Source;

namespace MicroConvQA.Dictionary;

/// <summary>A micro-conversion as the business defines it.</summary>
public sealed record Conversion
{
    /// <summary>The name that journeys use: <c>add_to_cart</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What reports call it: <c>Add to cart</c>.</summary>
    public required string Title { get; init; }

    public required string Definition { get; init; }

    /// <summary>What a shopper does to cause it.</summary>
    public required string Trigger { get; init; }

    public required FunnelStage Stage { get; init; }

    /// <summary>1 = decisions hang on it, 2 = supporting.</summary>
    public required int Tier { get; init; }

    /// <summary>Importance within the shop, 1 to 10.</summary>
    public required int Weight { get; init; }

    public string? Owner { get; init; }

    public CountingRule Counting { get; init; } = CountingRule.Action;

    public IReadOnlyList<ParameterRule> Parameters { get; init; } = [];

    /// <summary>How it is called at each destination, by the destination's name in the configuration.</summary>
    public required IReadOnlyDictionary<string, DestinationEvent> At { get; init; }

    /// <summary>Where the page shows its parameters to the shopper, by the parameter's name or <c>items.</c> and a field's.</summary>
    public IReadOnlyDictionary<string, PageReading> Shown { get; init; } = new Dictionary<string, PageReading>();

    public IReadOnlyList<HistoryEntry> History { get; init; } = [];

    /// <summary>How long after its last change it must be looked at again; null = the usual 90 days.</summary>
    public TimeSpan? Review { get; init; }

    /// <summary>What a hit is that goes beyond what its vendor documents that it takes; null = as the dictionary says for all.</summary>
    public LimitSeverity? VendorLimits { get; init; }

    public required SourcePlace Place { get; init; }
}

/// <summary>Where in the funnel a conversion stands, in the order of the funnel.</summary>
public enum FunnelStage
{
    /// <summary>Top of the funnel (TOFU).</summary>
    Discovery,

    /// <summary>Middle of the funnel (MOFU).</summary>
    Consideration,

    /// <summary>Bottom of the funnel (BOFU).</summary>
    Purchase,
}

/// <summary>How often the business counts a conversion.</summary>
public enum CountingRule
{
    Action,
    Product,
    Page,
    Session,
}

/// <summary>One line of a conversion's change log.</summary>
public sealed record HistoryEntry(DateOnly Date, string Change);
