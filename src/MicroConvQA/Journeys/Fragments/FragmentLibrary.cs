using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Journeys.Fragments;

/// <summary>The fragments that journeys may use.</summary>
internal sealed class FragmentLibrary
{
    private readonly Dictionary<string, Fragment> _byName = [];

    /// <summary>The names of all fragments.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>Reads and checks all fragments, each by itself.</summary>
    public static FragmentLibrary Read(IReadOnlyList<SourceDocument> documents, ReferenceCheck check, SourceProblems problems)
    {
        var library = new FragmentLibrary();
        foreach (var document in documents)
            library.Add(document, problems);
        foreach (var document in documents)
            library.Check(document, check, problems);
        return library;
    }

    public static bool IsFragment(SourceDocument document) =>
        document.Root is SourceMapping root && root.Find(FragmentTable.NameKey) is not null;

    public Fragment? Find(string name) => _byName.GetValueOrDefault(name);

    private void Add(SourceDocument document, SourceProblems problems)
    {
        var root = (SourceMapping)document.Root;
        if (root.Find(FragmentTable.NameKey)?.Value is not SourceScalar name)
            return;
        if (Path.GetFileNameWithoutExtension(document.Source.File) != name.Text)
            problems.Add(
                name.Place,
                $"the fragment calls itself '{name.Text}', but its file is {document.Source.File}. Give both one name."
            );
        var variables = (root.Find(FragmentTable.VariablesKey)?.Value as SourceMapping)?.Entries ?? [];
        var actions = root.Find(FragmentTable.DoKey)?.Value as SourceSequence ?? new SourceSequence(root.Place, [], IsCut: true);
        var fragment = new Fragment(
            name.Text,
            document.Source,
            variables.ToDictionary(entry => entry.Key.Text, entry => entry.Value),
            actions
        );
        if (!_byName.TryAdd(name.Text, fragment))
            problems.Add(name.Place, $"two fragments are named '{name.Text}'; the other is {_byName[name.Text].Source.File}. Rename one.");
    }

    private void Check(SourceDocument document, ReferenceCheck check, SourceProblems problems)
    {
        var scope = new ReadScope(problems);
        var whole = new FragmentExpansion(this, problems).ExpandFragment((SourceMapping)document.Root);
        FragmentTable.Shape.Read(whole, "a fragment", scope);
        check.CheckNames(scope.References);
    }
}

/// <summary>Named actions that journeys share.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">Its file.</param>
/// <param name="Variables">Its variables with their values; nothing stands where the user must give one.</param>
/// <param name="Do">Its actions as written.</param>
internal sealed record Fragment(string Name, SourceText Source, IReadOnlyDictionary<string, SourceNode> Variables, SourceSequence Do);
