namespace MicroConvQA.Journeys.Conditions;

/// <summary>What kind of value a parameter holds.</summary>
public enum ParameterType
{
    Text,
    Number,
    Integer,

    /// <summary>A number with at most two decimals, not negative.</summary>
    Money,

    /// <summary>An ISO 4217 code in capitals.</summary>
    Currency,

    /// <summary>An ISO 8601 date or date and time.</summary>
    Date,

    /// <summary>An absolute http(s) URL.</summary>
    Url,
    Boolean,

    /// <summary>A stock keeping unit: letters, digits, dot, dash and underscore, no blanks.</summary>
    Sku,

    /// <summary>A list of items.</summary>
    Items,
}

/// <summary>The names of the parameter types in YAML, schemas and messages.</summary>
internal static class ParameterTypes
{
    public static IReadOnlyDictionary<string, ParameterType> ByName { get; } = Enum.GetValues<ParameterType>().ToDictionary(NameOf);

    /// <summary>All spellings that authors may use: the names, and <c>string</c> as programmers call a text.</summary>
    public static IReadOnlyDictionary<string, ParameterType> Spellings { get; } =
        new Dictionary<string, ParameterType>(ByName) { ["string"] = ParameterType.Text };

    public static string NameOf(ParameterType type) => type.ToString().ToLowerInvariant();
}
