namespace MicroConvQA.Source;

/// <summary>Collects the problems of one reading, so that the author sees all of them at once.</summary>
internal sealed class SourceProblems
{
    private readonly HashSet<SourceProblem> _problems = [];

    public bool Any => _problems.Count > 0;

    public void Add(SourcePlace place, string message) => _problems.Add(new SourceProblem(place, message));

    public void AddRange(IEnumerable<SourceProblem> problems) => _problems.UnionWith(problems);

    public bool AnyIn(string file) => _problems.Any(problem => problem.Place.File == file);

    /// <summary>All problems in the order of their files and lines.</summary>
    public IReadOnlyList<SourceProblem> InOrder() =>
        [
            .. _problems
                .OrderBy(problem => problem.Place.File, StringComparer.Ordinal)
                .ThenBy(problem => problem.Place.Line)
                .ThenBy(problem => problem.Place.Column),
        ];

    /// <exception cref="SourceProblemException">There is at least one problem.</exception>
    public void ThrowIfAny()
    {
        if (Any)
            throw new SourceProblemException(InOrder());
    }
}
