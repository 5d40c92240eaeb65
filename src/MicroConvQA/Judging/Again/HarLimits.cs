using MicroConvQA.Configuration;
using MicroConvQA.Decoding;
using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Judging.Again;

/// <summary>Says what of a journey cannot be judged by a HAR, and why.</summary>
internal static class HarLimits
{
    public static IReadOnlyList<string> Of(HarWalk walk, RunConfiguration configuration, JourneyVerdict verdict) =>
        [
            "In which step something fired, and how soon after the shopper's action: a HAR has no steps, so each conversion is judged on the whole of it.",
            .. Rules(walk),
            .. DataLayers(configuration),
            Consent(walk, configuration),
            "Personal data, and what must equal a text or price of the page: a HAR does not say what was typed or shown.",
            .. Unknown(walk),
            .. verdict.Findings.Any(finding => finding.Kind == FindingKind.Missing)
                ?
                [
                    "Whether something that is missing was still waiting in an SDK's queue when the HAR was saved. Leave the last page before you save it.",
                ]
                : Array.Empty<string>(),
        ];

    private static IEnumerable<string> Rules(HarWalk walk)
    {
        var rules = WholeJourney.LostRules(walk.Journey).ToList();
        if (rules.Count > 0)
            yield return $"That {Words.List([.. rules.Select(rule => $"'{rule.Conversion}' never fires after step '{rule.Step.Title}' begins").Distinct()])}, until a later step expects it.";
        var allowed = WholeJourney.LostAllowances(walk.Journey).ToList();
        if (allowed.Count > 0)
            yield return $"That {Words.List([.. allowed.Select(rule => $"'{rule.Conversion}' may fire in step '{rule.Step.Title}'").Distinct()])}, because another step expects it: what repeats a counted hit is a duplicate, and of any other hit nobody can tell of which step it is.";
        if (walk.Journey.Ordered)
            yield return "The order in which the conversions fired ('order: true').";
    }

    private static IEnumerable<string> Unknown(HarWalk walk)
    {
        var unknown = HarVariables.RememberedIn(walk.Journey).Where(name => !walk.Given.ContainsKey(name)).ToList();
        if (unknown.Count > 0)
            yield return $"What must equal {Words.List([.. unknown.Select(name => $"${name}")])}: a walk reads it from the page. Give it by --var, such as --var {unknown[0]}=….";
    }

    private static IEnumerable<string> DataLayers(RunConfiguration configuration)
    {
        var titles = configuration.Destinations.Where(StandardDecoders.ReadsDataLayer).Select(destination => destination.Title).ToList();
        if (titles.Count > 0)
            yield return $"{Words.List(titles)}: a HAR holds requests, and pushes to the data layer are none.";
    }

    private static string Consent(HarWalk walk, RunConfiguration configuration)
    {
        var signalled = configuration
            .Destinations.Where(destination => HarJudge.IsSignalUnknown(destination, walk.Consent))
            .Select(destination => destination.Title)
            .ToList();
        return $"When the consent question was answered: '{walk.Consent.Name}' is taken to hold from the first request on, so nothing counts as sent before the answer"
            + (signalled.Count == 0 ? "." : $", and the consent signals of {Words.List(signalled)} are not held against it.");
    }
}
