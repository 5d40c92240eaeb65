using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;

namespace MicroConvQA.Planning;

/// <summary>Everything that the authors wrote: configuration, dictionary and all journeys, read and checked against each other.</summary>
internal sealed record Workspace(RunConfiguration Configuration, ConversionDictionary Dictionary, IReadOnlyList<Journey> Journeys);
