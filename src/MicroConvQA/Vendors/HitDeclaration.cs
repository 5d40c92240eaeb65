namespace MicroConvQA.Vendors;

/// <summary>Where what a hit says stands; what is null is not said.</summary>
internal sealed record HitDeclaration
{
    /// <summary>For each part its sources; the first that holds something counts.</summary>
    public IReadOnlyDictionary<HitPart, IReadOnlyList<ValueSource>> Parts { get; init; } =
        new Dictionary<HitPart, IReadOnlyList<ValueSource>>();

    public IReadOnlyList<ParameterSource>? Parameters { get; init; }

    /// <summary>Parameters that are read as numbers where they are sent as texts.</summary>
    public IReadOnlyList<string>? Numbers { get; init; }

    public DeclaredRole? Role { get; init; }

    /// <summary>What is not known of the format, in one sentence that stands on each hit.</summary>
    public string? PartlyRead { get; init; }

    /// <summary>This one, with what it does not say taken from another.</summary>
    public HitDeclaration Over(HitDeclaration other) =>
        new()
        {
            Parts = other
                .Parts.Where(part => !Parts.ContainsKey(part.Key))
                .Concat(Parts)
                .ToDictionary(part => part.Key, part => part.Value),
            Parameters = Parameters ?? other.Parameters,
            Numbers = Numbers ?? other.Numbers,
            Role = Role ?? other.Role,
            PartlyRead = PartlyRead ?? other.PartlyRead,
        };
}

/// <summary>What a hit says beside its parameters.</summary>
internal enum HitPart
{
    Event,
    Account,
    EventId,
    ClientId,
    SessionId,
    UserId,
    Page,
    PageLoad,
    Time,
    Items,
    ItemIds,
}

/// <summary>Where a hit has a value from: a place, or always the same text.</summary>
/// <param name="Place">The place; null where the value is fixed.</param>
/// <param name="Always">The fixed text; null where there is a place.</param>
internal sealed record ValueSource(Place? Place, string? Always = null)
{
    public override string ToString() => Place?.ToString() ?? $"'{Always}'";
}

/// <summary>Where a hit's parameters stand.</summary>
/// <param name="Name">The parameter's name; null = the place holds an object of parameters, or is a pattern that stands for
/// several.</param>
/// <param name="Place">The place.</param>
internal sealed record ParameterSource(string? Name, Place Place);

/// <summary>What a declared vendor's entry is.</summary>
internal enum DeclaredRole
{
    Event,

    /// <summary>A copy or companion that the vendor sends beside an event by design.</summary>
    Companion,

    /// <summary>Who somebody is or what is allowed, and not what happened.</summary>
    State,

    /// <summary>No hit at all: logs, timings.</summary>
    Nothing,

    /// <summary>Something that may carry events and cannot be read, because its format is not known.</summary>
    Unreadable,
}
