namespace MicroConvQA.Source;

/// <summary>One mistake in an author's file: where it stands, what is wrong and what to do.</summary>
internal sealed record SourceProblem(SourcePlace Place, string Message)
{
    /// <summary>The problem as compilers write it: <c>journeys/checkout.yaml(12,9): error: …</c>.</summary>
    public override string ToString() => $"{Place}: error: {Message}";
}

/// <summary>Carries every problem of the author's input out of the readers; the command line turns it into exit code 3.</summary>
internal sealed class SourceProblemException(IReadOnlyList<SourceProblem> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>All problems, in the order of their files and lines.</summary>
    public IReadOnlyList<SourceProblem> Problems { get; } = problems;
}
