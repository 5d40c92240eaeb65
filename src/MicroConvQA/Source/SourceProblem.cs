namespace MicroConvQA.Source;

/// <summary>One mistake in an author's file: where it stands, what is wrong and what to do.</summary>
internal sealed record SourceProblem(SourcePlace Place, string Message)
{
    /// <summary>The problem as compilers write it: <c>journeys/checkout.yaml(12,9): error: …</c>.</summary>
    public override string ToString() => $"{Place}: error: {Message}";
}
