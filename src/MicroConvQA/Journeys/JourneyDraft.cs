using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys;

/// <summary>A journey as it was written, before the dictionary and the fragments are asked what it means.</summary>
internal sealed record JourneyDraft
{
    /// <summary>Everything but steps, variables and sources.</summary>
    public required Journey Journey { get; init; }

    public required SourcePlace NamePlace { get; init; }

    public required IReadOnlyList<MapEntry<JToken>> Variables { get; init; }

    public required IReadOnlyList<MapEntry<IReadOnlyList<JToken>>> ForEach { get; init; }

    public required SourcePlace ForEachPlace { get; init; }

    public required IReadOnlyList<StepDraft> Steps { get; init; }
}
