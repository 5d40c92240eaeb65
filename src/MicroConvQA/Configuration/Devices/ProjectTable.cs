using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration.Devices;

/// <summary>The keys of an entry of <c>projects</c>.</summary>
internal static class ProjectTable
{
    private static readonly Key<string> Name = Key.Required("name", Kinds.Name, "The device's name in journeys and reports: 'pixel-7'.");
    private static readonly Key<UseOptions> Use = Key.Optional("use", UseTable.OfOneDevice, "What differs from the 'use' of all devices.");

    public static ValueKind<ProjectOptions> Kind { get; } =
        Kinds.Object<ProjectOptions>(
            new Shape
            {
                Name = "project",
                Title = "a project",
                KeyNoun = "project key",
                Keys = [Name, Use],
            },
            (found, _) =>
                found.Get(Name) is { } name
                    ? new ProjectOptions(name, found.PlaceOf(Name), found.Or(Use, UseOptions.Empty), found.Place)
                    : null
        );
}

/// <summary>One entry of <c>projects</c> as the author wrote it.</summary>
internal sealed record ProjectOptions(string Name, SourcePlace NamePlace, UseOptions Use, SourcePlace Place);
