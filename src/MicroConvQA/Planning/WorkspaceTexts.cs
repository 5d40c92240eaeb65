using MicroConvQA.Source;

namespace MicroConvQA.Planning;

/// <summary>The texts of a folder of journeys.</summary>
/// <param name="Dictionary">The dictionary; null where it could not be read, which is a problem.</param>
/// <param name="Journeys">The journeys and their fragments, in the order of their names.</param>
internal sealed record WorkspaceTexts(SourceText? Dictionary, IReadOnlyList<SourceText> Journeys)
{
    /// <summary>The vendors that the workspace declares.</summary>
    public IReadOnlyList<SourceText> Vendors { get; init; } = [];
}
