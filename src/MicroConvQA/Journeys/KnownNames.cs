using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;

namespace MicroConvQA.Journeys;

/// <summary>What journeys may refer to. Null = not known, because its own file could not be read: such names are not checked.</summary>
public sealed record KnownNames
{
    /// <summary>Nothing is known, so nothing is checked: a journey is read by itself.</summary>
    public static KnownNames Nothing { get; } = new();

    public ConversionDictionary? Dictionary { get; init; }

    /// <summary>Names and groups of devices.</summary>
    public IReadOnlyCollection<string>? Devices { get; init; }

    public IReadOnlyCollection<string>? Destinations { get; init; }

    public IReadOnlyCollection<string>? ConsentPresets { get; init; }

    /// <summary>What a dictionary and a configuration name; null where one could not be read.</summary>
    public static KnownNames Of(ConversionDictionary? dictionary, RunConfiguration? configuration) => new()
    {
        Dictionary = dictionary,
        Devices = configuration?.Devices.SelectMany(device => new[] { device.Name, device.Group }).Concat(["desktop", "phone", "tablet"]).ToHashSet(),
        Destinations = configuration?.Destinations.Select(destination => destination.Name).ToHashSet(),
        ConsentPresets = configuration?.Consent.Select(preset => preset.Name).Append(ConsentNames.None).ToHashSet(),
    };
}
