using MicroConvQA.Journeys;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Dictionary;

/// <summary>Reads the dictionary from its text; it touches no disk.</summary>
/// <param name="destinations">The names that conversions may be sent to; null = not known, so not checked.</param>
internal sealed class DictionaryReader(IReadOnlyCollection<string>? destinations)
{
    /// <summary>Reads the dictionary.</summary>
    /// <exception cref="SourceProblemException">Something is wrong; it carries every problem.</exception>
    public ConversionDictionary Read(SourceText text)
    {
        var problems = new SourceProblems();
        var dictionary = Read(text, problems);
        problems.ThrowIfAny();
        return dictionary ?? throw new InvalidOperationException($"{text.File} was refused without a problem");
    }

    /// <summary>
    /// Reads the dictionary and adds what is wrong to the problems; null where not even the names of all conversions could be read.
    /// </summary>
    public ConversionDictionary? Read(SourceText text, SourceProblems problems)
    {
        var own = new SourceProblems();
        var scope = new ReadScope(own);
        var document = YamlSource.Parse(text, own);
        var found = document.Root is SourceUnreadable ? null : DictionaryTable.Shape.Read(document.Root, "the dictionary", scope);
        new ReferenceCheck(new KnownNames { Destinations = destinations }, own).CheckNames(scope.References);
        RefuseVariables(scope);
        problems.AddRange(own.InOrder());
        return found is null || !NamesAll(found) ? null : Build(found, text);
    }

    private static bool NamesAll(Found found) =>
        !found.Mapping.IsCut
        && found.Mapping.Find(DictionaryTable.Conversions.Name)?.Value is SourceMapping { IsCut: false } conversions
        && conversions.Entries.Count == found.Or(DictionaryTable.Conversions, []).Count;

    private static ConversionDictionary Build(Found found, SourceText text) =>
        new()
        {
            Conversions =
            [
                .. found
                    .Or(DictionaryTable.Conversions, [])
                    .Select(entry => entry.Value with { Name = entry.Key.Text, Place = entry.Key.Place }),
            ],
            Ignore = found.Or(DictionaryTable.Ignore, []),
            VendorLimits = found.GetValue(DictionaryTable.VendorLimits) ?? LimitSeverity.Warning,
            Source = text,
        };

    private static void RefuseVariables(ReadScope scope)
    {
        foreach (var reference in scope.References.Where(reference => reference.Kind == ReferenceKind.Variable))
            scope.Problems.Add(
                reference.Place,
                $"the dictionary knows no variables such as '${reference.Name}'; it holds for all journeys. Write $$ for a dollar sign."
            );
    }
}
