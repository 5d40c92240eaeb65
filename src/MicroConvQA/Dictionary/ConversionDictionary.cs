using MicroConvQA.Source;

namespace MicroConvQA.Dictionary;

/// <summary>All micro-conversions of a shop, as read from <c>journeys/dictionary.yaml</c>.</summary>
public sealed record ConversionDictionary
{
    /// <summary>The conversions in the order of the file.</summary>
    public required IReadOnlyList<Conversion> Conversions { get; init; }

    /// <summary>Event names (as sent) and conversions that are noise in every journey; <c>*</c> stands for any run of characters.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>What a hit is that goes beyond what its vendor documents that it takes, where its conversion says nothing else.</summary>
    public LimitSeverity VendorLimits { get; init; }

    public required SourceText Source { get; init; }

    public Conversion? Find(string name) => Conversions.FirstOrDefault(conversion => conversion.Name == name);
}

/// <summary>What it means that a hit goes beyond what its vendor documents that it takes.</summary>
public enum LimitSeverity
{
    /// <summary>It is shown, and nothing fails.</summary>
    Warning,

    /// <summary>It fails the walk.</summary>
    Error,
}
