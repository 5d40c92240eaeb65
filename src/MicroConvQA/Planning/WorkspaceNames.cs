using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;

namespace MicroConvQA.Planning;

/// <summary>The names that journeys may refer to, as dictionary and configuration give them.</summary>
internal static class WorkspaceNames
{
    private const string ItemsName = "items";

    /// <summary>What is known of each; null = that file could not be read, so that its names are not checked.</summary>
    public static KnownNames Of(ConversionDictionary? dictionary, RunConfiguration? configuration)
    {
        var names = new KnownNames
        {
            Conversions = dictionary is null ? null : [.. dictionary.Conversions.Select(Known)],
            Devices = configuration?.Devices.SelectMany(device => new[] { device.Name, device.Group }).Concat(DeviceGroups.All).ToHashSet(),
            Destinations = configuration?.Destinations.Select(destination => destination.Name).ToHashSet(),
            ConsentPresets = configuration?.Consent.Select(preset => preset.Name).Append(ConsentNames.None).ToHashSet(),
        };
        return dictionary is null ? names : names with { ConversionsFile = dictionary.Source.File };
    }

    private static KnownConversion Known(Conversion conversion) =>
        new(
            conversion.Name,
            [.. conversion.Parameters.Select(parameter => parameter.Name)],
            [.. conversion.At.Keys],
            IdFieldOf(conversion.Parameters.FirstOrDefault(parameter => parameter.Name == ItemsName)?.ItemFields ?? []),
            TypesOf(conversion)
        );

    private static Dictionary<string, ParameterType> TypesOf(Conversion conversion) =>
        conversion
            .Parameters.SelectMany(rule =>
                rule.ItemFields.Select(field => (Name: $"{rule.Name}.{field.Name}", field.Type)).Prepend((rule.Name, rule.Type))
            )
            .Where(rule => rule.Type is not null)
            .ToDictionary(rule => rule.Name, rule => rule.Type!.Value);

    private static string IdFieldOf(IReadOnlyList<ParameterRule> fields)
    {
        var named = fields.FirstOrDefault(field => field.Name is "item_id" or "id");
        return (named ?? fields.FirstOrDefault(field => field.Type == ParameterType.Sku))?.Name ?? "item_id";
    }
}
