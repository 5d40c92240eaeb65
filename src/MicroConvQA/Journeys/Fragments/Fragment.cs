using MicroConvQA.Source;

namespace MicroConvQA.Journeys.Fragments;

/// <summary>Named actions that journeys share.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">Its file.</param>
/// <param name="Variables">Its variables with their values; nothing stands where the user must give one.</param>
/// <param name="Do">Its actions as written.</param>
internal sealed record Fragment(string Name, SourceText Source, IReadOnlyDictionary<string, SourceNode> Variables, SourceSequence Do);
