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

/// <summary>A name that an author used, and where.</summary>
internal sealed record Reference(ReferenceKind Kind, string Name, SourcePlace Place);

/// <summary>What a name stands for.</summary>
internal enum ReferenceKind
{
    Conversion,
    Destination,
    Device,
    ConsentPreset,
    Vendor,
    Variable,

    /// <summary>Not a use but the place where a variable gets its value.</summary>
    Remembered,
}
