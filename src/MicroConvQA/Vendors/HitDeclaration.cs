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
