using MicroConvQA.Planning;
using MicroConvQA.Source;

namespace MicroConvQA.Judging.Again;

/// <summary>
/// Chooses the walk that a HAR is held against: what is asked for, and where nothing is asked for the only one that there is.
/// </summary>
internal static class HarWalkChoice
{
    private static readonly SourcePlace Asked = SourcePlace.Whole("command line");

    /// <param name="workspace">The checklist.</param>
    /// <param name="journey">The journey's name; null = there is only one.</param>
    /// <param name="consent">The consent preset's name; null = the journey has only one.</param>
    /// <param name="row">The matrix row as reports show it, <c>product=LAMP-ARC-01, market=us</c>; null = the journey has at most
    /// one.</param>
    /// <param name="variables">What a walk would have read from the page or made up: <c>price=349</c>; null = none.</param>
    /// <exception cref="SourceProblemException">There is no such thing, or several and none was asked for.</exception>
    public static HarWalk Of(Workspace workspace, string? journey, string? consent, string? row, IReadOnlyList<string>? variables = null)
    {
        var chosen = One("--journey", "journey", journey, workspace.Journeys, one => one.Name, "the folder");
        var configuration = workspace.Configuration;
        // Any state may be asked for: a journey's own list says only in which ones it is walked.
        var presets = consent is not null
            ? configuration.Consent
            : [.. chosen.Consent.DefaultIfEmpty(configuration.DefaultConsent).Select(configuration.FindConsent)];
        return new HarWalk(
            chosen,
            One("--consent", "consent state", consent, presets, one => one.Name, $"the journey '{chosen.Name}'"),
            chosen.Matrix.Count == 0 && row is null
                ? null
                : One("--row", "row", row, chosen.Matrix, one => one.ToString(), $"the journey '{chosen.Name}'")
        )
        {
            Given = HarVariables.Read(variables ?? [], chosen),
        };
    }

    private static T One<T>(string option, string what, string? asked, IReadOnlyList<T> all, Func<T, string> nameOf, string owner)
    {
        List<string> names = [.. all.Select(nameOf)];
        if (asked is null)
            return all is [var only]
                ? only
                : throw Problem(
                    $"{owner} has {all.Count} {what}s, and a HAR does not say which one it is of. Say it by {option}: {Listed(names)}."
                );
        var place = names.IndexOf(asked);
        if (place >= 0)
            return all[place];
        var near = Suggestion.Nearest(asked, names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        throw Problem(
            names.Count == 0
                ? $"{option} '{asked}': {owner} has no {what}."
                : $"{option} '{asked}': there is no such {what}.{near} There {(names.Count == 1 ? "is" : "are")}: {Listed(names)}."
        );
    }

    private static string Listed(List<string> names) => string.Join(names.Exists(name => name.Contains(',')) ? "; " : ", ", names);

    private static SourceProblemException Problem(string message) => new([new SourceProblem(Asked, message)]);
}
