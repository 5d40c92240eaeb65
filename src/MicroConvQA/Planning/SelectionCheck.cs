using System.Text.RegularExpressions;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Source;

namespace MicroConvQA.Planning;

/// <summary>Holds what a start asks for against what there is.</summary>
internal static class SelectionCheck
{
    public static readonly TimeSpan GrepTimeout = TimeSpan.FromSeconds(1);

    private static readonly SourcePlace Asked = SourcePlace.Whole("command line");

    /// <summary>Throws all problems at once.</summary>
    public static void Demand(Workspace workspace, RunSelection selection)
    {
        IReadOnlyList<string> journeys = [.. workspace.Journeys.Select(journey => journey.Name)];
        IReadOnlyList<string> devices = [.. workspace.Configuration.Devices.Select(device => device.Name)];
        IReadOnlyList<string> groups = [.. workspace.Configuration.Devices.Select(device => device.Group).Distinct()];
        IReadOnlyList<string> tags = [.. workspace.Journeys.SelectMany(journey => journey.Tags).Distinct().Order(StringComparer.Ordinal)];
        List<SourceProblem> problems =
        [
            .. Unknown("--journey", "journey", selection.Journeys, journeys),
            .. Unknown("--device", "device", selection.Devices, [.. devices, .. groups.Except(devices)]),
            .. Unknown("--tag", "tag", selection.Tags, tags),
            .. GrepProblem(selection.Grep),
            .. RepeatProblem(selection.Repeat),
            .. workspace
                .Journeys.Where(journey => !HasDevice(journey, workspace))
                .Select(journey => NoDevice(journey, [.. devices, .. groups.Except(devices)])),
        ];

        if (problems.Count > 0)
            throw new SourceProblemException(problems);
    }

    /// <summary>Every part of the selection exists, but no walk has all of them.</summary>
    public static SourceProblem NothingLeft(IReadOnlyList<Walk> all, RunSelection selection)
    {
        IEnumerable<string?> asked =
        [
            Part("--journey", selection.Journeys),
            Part("--device", selection.Devices),
            Part("--tag", selection.Tags),
            selection.Grep is null ? null : $"--grep '{selection.Grep}'",
        ];
        var shown = all.Take(MostShown).Select(walk => walk.Title).ToList();
        var more = all.Count > shown.Count ? $" and {all.Count - shown.Count} more" : "";

        return new SourceProblem(
            Asked,
            $"no walk is left by {string.Join(" and ", asked.OfType<string>())}. Without them there are {all.Count}: {string.Join("; ", shown)}{more}. Widen the selection."
        );
    }

    private const int MostShown = 12;

    private static string? Part(string option, IReadOnlyList<string> values) =>
        values.Count == 0 ? null : $"{option} {string.Join(", ", values)}";

    private static IEnumerable<SourceProblem> Unknown(
        string option,
        string what,
        IReadOnlyList<string> asked,
        IReadOnlyList<string> known
    ) =>
        from name in asked
        where !known.Contains(name)
        select new SourceProblem(Asked, $"{option} '{name}': there is no such {what}.{Near(name, known)} {Listed(what, known)}");

    private static string Near(string name, IReadOnlyList<string> known) =>
        Suggestion.Nearest(name, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static string Listed(string what, IReadOnlyList<string> known) =>
        known.Count == 0 ? $"No journey has a {what}." : $"There {(known.Count == 1 ? "is" : "are")}: {string.Join(", ", known)}.";

    private static IEnumerable<SourceProblem> GrepProblem(string? pattern)
    {
        if (pattern is null)
            return [];

        try
        {
            _ = new Regex(pattern, RegexOptions.IgnoreCase, GrepTimeout);
            return [];
        }
        catch (RegexParseException exception)
        {
            return [new SourceProblem(Asked, $"--grep '{pattern}' is not a regular expression: {exception.Message}")];
        }
    }

    private static IEnumerable<SourceProblem> RepeatProblem(int repeat) =>
        repeat is >= 1 and <= 1000
            ? []
            : [new SourceProblem(Asked, $"--repeat {repeat} is out of range: it must be a number from 1 to 1,000.")];

    private static bool HasDevice(Journeys.Journey journey, Workspace workspace) =>
        journey.Devices.Count == 0
        || workspace.Configuration.Devices.Any(device => journey.Devices.Any(name => DeviceGroups.Means(name, device)));

    private static SourceProblem NoDevice(Journeys.Journey journey, IReadOnlyList<string> known) =>
        new(
            journey.Place,
            $"journey '{journey.Name}' is for {string.Join(", ", journey.Devices)}, and the configuration has no such device. It has: {string.Join(", ", known)}."
        );
}
