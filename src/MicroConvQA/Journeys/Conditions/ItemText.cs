namespace MicroConvQA.Journeys.Conditions;

/// <summary>How messages show conditions on the fields of an item.</summary>
internal static class ItemText
{
    public static string Of(IReadOnlyDictionary<string, Condition> fields) =>
        string.Join(", ", fields.Select(field => $"{field.Key} that must {field.Value}"));
}
