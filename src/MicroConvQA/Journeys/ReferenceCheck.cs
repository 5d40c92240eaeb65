using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Journeys;

/// <summary>Holds the names that an author used against those that are known.</summary>
internal sealed class ReferenceCheck(KnownNames known, SourceProblems problems)
{
    /// <summary>Reports every unknown conversion, destination, device, consent preset and vendor.</summary>
    public void CheckNames(IEnumerable<Reference> references)
    {
        foreach (var reference in references)
        {
            if (KnownOf(reference.Kind) is { } names && !names.Contains(reference.Name))
                problems.Add(
                    reference.Place,
                    $"unknown {NounOf(reference.Kind)} '{reference.Name}'.{Suggestion.Sentence(reference.Name, names)}{WhereFrom(reference.Kind)}"
                );
        }
    }

    /// <summary>Reports every variable that has no value where it is used.</summary>
    /// <param name="references">The references in the order of the walk.</param>
    /// <param name="defined">The names that have a value from the start.</param>
    public void CheckVariables(IEnumerable<Reference> references, IEnumerable<string> defined)
    {
        var names = new HashSet<string>(defined);
        foreach (var reference in references)
        {
            if (reference.Kind == ReferenceKind.Remembered)
                names.Add(reference.Name);
            else if (reference.Kind == ReferenceKind.Variable && !names.Contains(reference.Name) && !IsOfWalk(reference.Name))
                problems.Add(reference.Place, UnknownVariable(reference.Name, names));
        }
    }

    private static bool IsOfWalk(string name) =>
        VariableText.EnvironmentNameIn(name) is not null || VariableText.PersonFields.Any(field => name == $"person.{field}");

    private static string UnknownVariable(string name, IReadOnlyCollection<string> defined)
    {
        var known = defined.Concat(VariableText.PersonFields.Select(field => $"person.{field}")).ToList();
        var nearest = Suggestion.Nearest(name, known) is { } near ? $" Did you mean '${near}'?" : "";
        return $"the variable '${name}' has no value here.{nearest} Set it under 'vars', remember it in an earlier action, or write $$ for a dollar sign.";
    }

    private IReadOnlyCollection<string>? KnownOf(ReferenceKind kind) =>
        kind switch
        {
            ReferenceKind.Conversion => known.Conversions?.Select(conversion => conversion.Name).ToHashSet(),
            ReferenceKind.Destination => known.Destinations,
            ReferenceKind.Device => known.Devices,
            ReferenceKind.ConsentPreset => known.ConsentPresets,
            ReferenceKind.Vendor => known.Vendors,
            ReferenceKind.Variable or ReferenceKind.Remembered => null,
            _ => throw new InvalidOperationException($"unknown kind of reference {kind}"),
        };

    private static string NounOf(ReferenceKind kind) =>
        kind switch
        {
            ReferenceKind.Conversion => "conversion",
            ReferenceKind.Destination => "destination",
            ReferenceKind.Device => "device",
            ReferenceKind.ConsentPreset => "consent preset",
            ReferenceKind.Vendor => "vendor",
            _ => throw new InvalidOperationException($"references to {kind} are not looked up"),
        };

    private string WhereFrom(ReferenceKind kind) =>
        kind switch
        {
            ReferenceKind.Conversion => $" Conversions are defined in {known.ConversionsFile}.",
            ReferenceKind.Vendor => " A vendor of your own is declared in the folder 'vendors' beside the dictionary.",
            _ => "",
        };
}
