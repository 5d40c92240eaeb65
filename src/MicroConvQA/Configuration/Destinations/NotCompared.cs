namespace MicroConvQA.Configuration.Destinations;

/// <summary>Which comparisons a destination is left out of, each with the reason that reports show; null = it is compared.</summary>
public sealed record NotCompared
{
    /// <summary>What <see cref="EventIds"/> switches off, in words: it says nothing of a destination that is not deduplicated.</summary>
    internal const string RulesForEventIds = "the rules for event ids";

    /// <summary>It is left out of none.</summary>
    public static NotCompared Nothing { get; } = new();

    /// <summary>Why its values may differ from those that the page pushed to its data layer.</summary>
    public string? DataLayer { get; init; }

    /// <summary>Why its values may differ from those of the other vendors.</summary>
    public string? Vendors { get; init; }

    /// <summary>Why its values may differ from what the page shows.</summary>
    public string? Page { get; init; }

    /// <summary>Why its event ids may be absent, or the same for several events.</summary>
    public string? EventIds { get; init; }

    /// <summary>The reasons, each once, with what the destination is not held against because of it, in words.</summary>
    public IEnumerable<(string Reason, IReadOnlyList<string> Against)> Reasons =>
        new (string? Reason, string Against)[]
        {
            (DataLayer, "the data layer"),
            (Vendors, "the other vendors"),
            (Page, "what the page shows"),
            (EventIds, RulesForEventIds),
        }
            .Where(one => one.Reason is not null)
            .GroupBy(one => one.Reason!, one => one.Against)
            .Select(group => (group.Key, (IReadOnlyList<string>)[.. group]));

    /// <summary>Left out of all comparisons, for one reason.</summary>
    public static NotCompared Everywhere(string reason) =>
        new()
        {
            DataLayer = reason,
            Vendors = reason,
            Page = reason,
            EventIds = reason,
        };
}
