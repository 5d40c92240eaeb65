using System.Text.RegularExpressions;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Variants;
using MicroConvQA.Planning.Variants;
using MicroConvQA.Source;

namespace MicroConvQA.Planning;

/// <summary>Multiplies journeys by devices, consent states, matrix rows and repetitions, as far as the start asks for them.</summary>
internal static class RunPlanner
{
    /// <summary>The walks in the order journey, device, consent, row; with several repetitions in whole rounds.</summary>
    public static RunPlan Plan(Workspace workspace, RunSelection selection)
    {
        SelectionCheck.Demand(workspace, selection);
        var journeys = workspace
            .Journeys.Select(journey => (Journey: journey, Variants: new VariantPlan(journey, selection.Variants, workspace.Dictionary)))
            .ToList();
        VariantPlan.Demand(journeys.Select(journey => journey.Variants), selection);
        var all = Enumerable
            .Range(1, selection.Repeat)
            .SelectMany(repetition =>
                journeys.SelectMany(journey =>
                    journey.Variants.Journeys.SelectMany(form => WalksOf(form.Journey, form.Variant, workspace.Configuration, repetition))
                )
            )
            .ToList();
        var chosen = all.Where(walk => IsChosen(walk, selection)).ToList();

        if (chosen.Count == 0)
            throw new SourceProblemException([SelectionCheck.NothingLeft(all, selection)]);

        return new RunPlan
        {
            Configuration = workspace.Configuration,
            Dictionary = workspace.Dictionary,
            Walks = chosen,
            LeftOut =
            [
                .. journeys
                    .Where(journey => chosen.Any(walk => walk.Journey.Name == journey.Journey.Name))
                    .SelectMany(journey => journey.Variants.LeftOut),
            ],
        };
    }

    private static IEnumerable<Walk> WalksOf(Journey journey, ShopperVariant? variant, RunConfiguration configuration, int repetition) =>
        from device in configuration.Devices
        where journey.Devices.Count == 0 || journey.Devices.Any(name => DeviceGroups.Means(name, device))
        from name in journey.Consent.DefaultIfEmpty(configuration.DefaultConsent)
        let consent = configuration.FindConsent(name)
        where variant != ShopperVariant.WithdrawnConsent || consent.Grants.Count > 0
        from row in journey.Matrix.DefaultIfEmpty()
        select new Walk
        {
            Journey = journey,
            Device = device,
            Consent = consent,
            Row = row,
            Variant = variant,
            Repetition = repetition,
            Id = WalkNames.IdOf(journey, device, consent, row, variant, repetition),
            Title = WalkNames.TitleOf(journey, device, consent, row, variant, repetition),
        };

    private static bool IsChosen(Walk walk, RunSelection selection) =>
        (selection.Journeys.Count == 0 || selection.Journeys.Contains(walk.Journey.Name))
        && (selection.Devices.Count == 0 || selection.Devices.Any(name => DeviceGroups.Means(name, walk.Device)))
        && (selection.Tags.Count == 0 || selection.Tags.Intersect(walk.Journey.Tags).Any())
        && (selection.Grep is null || Regex.IsMatch(walk.Title, selection.Grep, RegexOptions.IgnoreCase, SelectionCheck.GrepTimeout));
}
