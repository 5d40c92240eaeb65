using MicroConvQA.Journeys.Conditions;

namespace MicroConvQA.Dictionary;

/// <summary>A parameter of a conversion: what it means, whether it is required and what must hold of it wherever it is sent.</summary>
public sealed record ParameterRule
{
    public required string Name { get; init; }

    public bool Required { get; init; } = true;

    public ParameterType? Type { get; init; }

    /// <summary>Conditions beyond the type; null = none.</summary>
    public Condition? Condition { get; init; }

    /// <summary>For a list of items: the rules of the items' fields.</summary>
    public IReadOnlyList<ParameterRule> ItemFields { get; init; } = [];

    public string? Description { get; init; }
}
