using MicroConvQA.Source;

namespace MicroConvQA.Journeys.Fragments;

/// <summary>Where a fragment is used, and with what values.</summary>
internal sealed record FragmentUse(string Name, SourcePlace Place, IReadOnlyList<SourceEntry> With)
{
    /// <summary>
    /// Understands both forms: a name, or a mapping of name and values; null where it is neither, which the table of actions reports.
    /// </summary>
    public static FragmentUse? Of(SourceNode argument) =>
        argument switch
        {
            SourceScalar { IsText: true } name => new(name.Text, name.Place, []),
            SourceMapping mapping
                when mapping.Entries.All(entry => entry.Key.Text is "name" or "with")
                    && mapping.Find("name")?.Value is SourceScalar { IsText: true } name => WithOf(mapping) is { } values
                ? new(name.Text, name.Place, values)
                : null,
            _ => null,
        };

    private static IReadOnlyList<SourceEntry>? WithOf(SourceMapping mapping) =>
        mapping.Find("with") is not { } with ? [] : (with.Value as SourceMapping)?.Entries;
}
