using MicroConvQA.Journeys.Fragments;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Journeys;

/// <summary>Reads journeys and their fragments from texts; it touches no disk, so that a recording can be read again anywhere.</summary>
/// <param name="known">What journeys may refer to.</param>
internal sealed class JourneyReader(KnownNames known)
{
    /// <summary>Reads all journeys; texts that begin with <c>fragment:</c> are fragments.</summary>
    /// <exception cref="SourceProblemException">Something is wrong; it carries every problem of every text.</exception>
    public IReadOnlyList<Journey> Read(IReadOnlyList<SourceText> texts)
    {
        var problems = new SourceProblems();
        var journeys = Read(texts, problems);
        problems.ThrowIfAny();
        return journeys;
    }

    /// <summary>Reads all journeys as far as they can be read, and adds what is wrong to the problems.</summary>
    public IReadOnlyList<Journey> Read(IReadOnlyList<SourceText> texts, SourceProblems problems)
    {
        var documents = texts.Select(text => YamlSource.Parse(text, problems)).ToList();
        var check = new ReferenceCheck(known, problems);
        var fragments = FragmentLibrary.Read([.. documents.Where(FragmentLibrary.IsFragment)], check, problems);
        var builder = new JourneyBuilder(known, problems);
        var drafts = new List<JourneyDraft>();
        var journeys = new List<Journey>();
        foreach (var document in documents.Where(document => !FragmentLibrary.IsFragment(document)))
        {
            var expansion = new FragmentExpansion(fragments, problems);
            if (ReadDraft(document, expansion, check, problems) is not { } draft)
                continue;
            drafts.Add(draft);
            journeys.Add(builder.Build(draft, [document.Source, .. expansion.Used]));
        }
        RefuseTwins(drafts, problems);
        return journeys;
    }

    private static JourneyDraft? ReadDraft(
        SourceDocument document,
        FragmentExpansion expansion,
        ReferenceCheck check,
        SourceProblems problems
    )
    {
        if (document.Root is SourceUnreadable)
            return null;
        var scope = new ReadScope(problems);
        var isRead = JourneyTable.Kind.TryRead(expansion.ExpandJourney(document.Root), "a journey", scope, out var draft);
        check.CheckNames(scope.References);
        // Where the file is cut, what defines a variable may only seem to be missing.
        if (isRead && document.Root is SourceMapping { IsCut: false })
            check.CheckVariables(
                scope.References,
                draft!
                    .Variables.SelectMany(variable => VariableText.Flat(variable.Key.Text, variable.Value))
                    .Select(pair => pair.Key)
                    .Concat(Matrix.NamesOf(draft))
            );
        return isRead ? draft : null;
    }

    private static void RefuseTwins(IReadOnlyList<JourneyDraft> drafts, SourceProblems problems)
    {
        foreach (
            var twins in drafts
                .Where(draft => draft.Journey.Name != "?")
                .GroupBy(draft => draft.Journey.Name)
                .Where(group => group.Count() > 1)
        )
        {
            foreach (var twin in twins)
            {
                var other = twins.First(candidate => !ReferenceEquals(candidate, twin)).NamePlace;
                problems.Add(twin.NamePlace, $"two journeys are named '{twins.Key}'; the other is at {other}. Rename one.");
            }
        }
    }
}
