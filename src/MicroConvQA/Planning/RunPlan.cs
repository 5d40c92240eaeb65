using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;

namespace MicroConvQA.Planning;

/// <summary>All walks of one start, with the configuration and the dictionary that they share.</summary>
public sealed record RunPlan
{
    public required RunConfiguration Configuration { get; init; }

    public required ConversionDictionary Dictionary { get; init; }

    /// <summary>Variants that were asked for and that a journey does not have, each with why, in a sentence.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public required IReadOnlyList<Walk> Walks { get; init; }
}
