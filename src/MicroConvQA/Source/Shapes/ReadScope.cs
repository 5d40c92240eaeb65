namespace MicroConvQA.Source.Shapes;

/// <summary>Collects what one reading finds: problems, and references to names that are checked once everything is read.</summary>
internal sealed class ReadScope(SourceProblems problems)
{
    private readonly List<Reference> _references = [];

    public SourceProblems Problems => problems;

    /// <summary>In the order of reading, which is the order of the walk.</summary>
    public IReadOnlyList<Reference> References => _references;

    public void Note(ReferenceKind kind, string name, SourcePlace place) => _references.Add(new Reference(kind, name, place));
}
