namespace MicroConvQA.Journeys.Conditions;

/// <summary>The names of the parameter types in YAML, schemas and messages.</summary>
internal static class ParameterTypes
{
    public static IReadOnlyDictionary<string, ParameterType> ByName { get; } = Enum.GetValues<ParameterType>().ToDictionary(NameOf);

    /// <summary>All spellings that authors may use: the names, and <c>string</c> as programmers call a text.</summary>
    public static IReadOnlyDictionary<string, ParameterType> Spellings { get; } =
        new Dictionary<string, ParameterType>(ByName) { ["string"] = ParameterType.Text };

    public static string NameOf(ParameterType type) => type.ToString().ToLowerInvariant();
}
