namespace MicroConvQA.Source;

/// <summary>Carries every problem of the author's input out of the readers; the command line turns it into exit code 3.</summary>
internal sealed class SourceProblemException(IReadOnlyList<SourceProblem> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>All problems, in the order of their files and lines.</summary>
    public IReadOnlyList<SourceProblem> Problems { get; } = problems;
}
