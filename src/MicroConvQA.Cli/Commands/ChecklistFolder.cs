using MicroConvQA.Planning;
using MicroConvQA.Source;

namespace MicroConvQA.Cli.Commands;

/// <summary>Reads the texts of a folder of journeys that recordings are judged by instead of their own.</summary>
internal static class ChecklistFolder
{
    public static WorkspaceTexts Read(string journeys)
    {
        var problems = new SourceProblems();
        var directory = Path.GetFullPath(journeys);
        var texts = WorkspaceFolder.Read(directory, Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(directory))!, problems);
        problems.ThrowIfAny();
        return texts;
    }
}
