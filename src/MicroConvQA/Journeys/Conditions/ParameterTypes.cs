namespace MicroConvQA.Journeys.Conditions;

/// <summary>The names of the parameter types in YAML, schemas and messages.</summary>
public static class ParameterTypes
{
    public static IReadOnlyDictionary<string, ParameterType> ByName { get; } =
        Enum.GetValues<ParameterType>().ToDictionary(NameOf);

    public static string NameOf(ParameterType type) => type.ToString().ToLowerInvariant();
}
