using MicroConvQA.Attribution;
using MicroConvQA.Configuration;
using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Judging.Consent;
using MicroConvQA.Judging.Consistency;
using MicroConvQA.Judging.Counting;
using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Judging.Limits;
using MicroConvQA.Judging.PersonalData;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;
using MicroConvQA.Recording;
using MicroConvQA.Source;

namespace MicroConvQA.Judging;

/// <summary>Judges a recorded walk: the same recording, journey, dictionary and configuration always give the same verdict.</summary>
internal static class JourneyJudge
{
    /// <summary>Decodes the recording's requests with the built-in decoders and the workspace's own, and judges them.</summary>
    public static JourneyVerdict Judge(
        JourneyRecording recording,
        Journey journey,
        ConversionDictionary dictionary,
        RunConfiguration configuration
    )
    {
        var decoder = TrafficDecoder.For(configuration);
        return Judge(recording, [.. recording.Requests.Select(decoder.Decode)], journey, dictionary, configuration);
    }

    /// <summary>
    /// Judges traffic that is decoded already; so that many mutants of one recording are judged without decoding each again.
    /// </summary>
    public static JourneyVerdict Judge(
        JourneyRecording recording,
        IReadOnlyList<DecodedRequest> traffic,
        Journey journey,
        ConversionDictionary dictionary,
        RunConfiguration configuration
    ) => Judge(recording, traffic, journey, dictionary, configuration, new Tolerances(), memory: null);

    internal static JourneyVerdict Judge(
        JourneyRecording recording,
        IReadOnlyList<DecodedRequest> traffic,
        Journey journey,
        ConversionDictionary dictionary,
        RunConfiguration configuration,
        Tolerances tolerances,
        JudgingMemory? memory
    )
    {
        var file = Open(recording, traffic, journey, dictionary, configuration, tolerances, memory);
        var leftovers = new Leftovers(file);
        var (breaches, strayBreaches) = Attached(file, new ConsentAudit(file).Findings());
        List<((int, string) Key, Finding Finding)> disagreements =
        [
            .. new ConsistencyAudit(file).Findings(),
            .. new EventIdAudit(file).Findings(),
        ];
        var said = disagreements
            .SelectMany(one => one.Finding.Differences.Select(difference => (one.Key, difference.Parameter)))
            .ToHashSet();
        disagreements.AddRange(new PageAudit(file).Findings((claim, parameter) => said.Contains((claim.Key, parameter))));
        var explanations = new Explanations(file);
        var judge = new ExpectationJudge(
            file,
            leftovers,
            explanations,
            breaches,
            disagreements.ToLookup(found => found.Key, found => found.Finding)
        );
        var strays = new StrayJudge(file, leftovers);
        var expectations = Expectations(file, judge).ToList();
        List<Finding> strayFindings =
        [
            .. strayBreaches,
            .. strays.Findings(),
            .. new StorageAudit(file).Findings(),
            .. new PersonalDataAudit(file).Findings(),
            .. new LimitAudit(file).Findings(),
            .. new PlaceholderAudit(file).Findings(),
        ];
        var evidence = new FindingEvidence(file);
        var open = configuration.Destinations.Select(new BrokenWalk(file).StillOpen).OfType<string>().ToList();
        return new()
        {
            Walk = recording.Walk,
            Status = StatusOf(recording.Breakage is not null || open.Count > 0, expectations, strayFindings),
            Breakage = recording.Breakage,
            Expectations = [.. expectations.Select(evidence.Completed)],
            StrayFindings = [.. strayFindings.Select(evidence.Completed)],
            Warnings =
            [
                .. NothingExpected(journey)
                    .Concat(FallbackWarnings(recording))
                    .Concat(open.Select(one => $"{one}."))
                    .Concat(strays.UnreadWarnings())
                    .Concat(NotCompared(configuration))
                    .Select(ShownText.Short),
            ],
            Traffic = traffic,
            Explained = explanations.All,
            // Of a mutant nobody reads it.
            Consent = memory is null ? new ConsentBalance(file).All() : [],
            Settled = recording.Settled,
        };
    }

    internal static CaseFile Open(
        JourneyRecording recording,
        IReadOnlyList<DecodedRequest> traffic,
        Journey journey,
        ConversionDictionary dictionary,
        RunConfiguration configuration,
        Tolerances tolerances,
        JudgingMemory? memory
    )
    {
        var events = new EventIndex(dictionary, configuration.Destinations);
        var evaluator = new ConditionEvaluator(new VariableValues(recording.Variables), name => IsReadFromPage(journey, recording, name));
        var shopper = new ShopperTexts(journey, recording);
        var consent = new ConsentTimeline(recording, configuration);
        var never = new NeverRules(journey);
        var hits = new StepAttribution(recording, events.KeyOf, tolerances).Attribute([.. traffic.SelectMany(request => request.Hits)]);
        var claims = new Claims(dictionary, configuration, consent, recording).Of(journey);
        var clock = new WalkClock(recording, tolerances);
        var match = new Ledger(events, new ParameterChecks(evaluator, shopper), EarlierVisit(journey, clock)) { Memory = memory }.Balance(
            hits,
            claims,
            hit => IsForbidden(hit, events, never)
        );
        return new()
        {
            Recording = recording,
            Journey = journey,
            Dictionary = dictionary,
            Configuration = configuration,
            Traffic = traffic,
            Events = events,
            Match = match,
            Consent = consent,
            Never = never,
            Clock = clock,
            Tolerances = tolerances,
            Words = new ConditionWords(evaluator),
            Shopper = shopper,
            Memory = memory,
        };
    }

    private static bool IsForbidden(LedgerHit hit, EventIndex events, NeverRules never) =>
        events.ConversionsOf(hit.Destination, hit.Attributed.Hit).Any(conversion => never.Find(conversion.Name, hit.StepIndex) is not null);

    /// <summary>
    /// Mixpanel's SDK keeps what it sent when a page was left, because no answer comes then, and sends it again on the next visit; the
    /// vendor knows it by its id.
    /// </summary>
    private static Func<Hit, bool>? EarlierVisit(Journey journey, WalkClock clock) =>
        journey.Visitor == Visitor.Returning ? hit => hit.StatedTime is { } stated && clock.IsBeforeWalk(stated) : null;

    private static bool IsReadFromPage(Journey journey, JourneyRecording recording, string name) =>
        !journey.Variables.ContainsKey(name) && !recording.Walk.Row.ContainsKey(name) && !name.Contains('.', StringComparison.Ordinal);

    /// <summary>Breaches of consent go to the expectation that they break, where there is one.</summary>
    private static (ILookup<(int Expectation, string Destination), Finding> Attached, IReadOnlyList<Finding> Stray) Attached(
        CaseFile file,
        IEnumerable<Finding> breaches
    )
    {
        var all = breaches.Select(finding => (Claim: ClaimOf(file, finding), Finding: finding)).ToList();
        return (
            all.Where(breach => breach.Claim is not null).ToLookup(breach => breach.Claim!.Claim.Key, breach => breach.Finding),
            [.. all.Where(breach => breach.Claim is null).Select(breach => breach.Finding)]
        );
    }

    private static PairedClaim? ClaimOf(CaseFile file, Finding finding) =>
        file
            .Match.Claims.Where(claim =>
                claim.Claim.Mode == ClaimMode.ForbiddenByConsent
                && claim.Claim.Conversion.Name == finding.Conversion
                && claim.Claim.Destination.Name == finding.Destination
            )
            .MinBy(claim => Math.Abs(claim.Claim.StepIndex - (finding.StepIndex ?? 0)));

    private static IEnumerable<ExpectationVerdict> Expectations(CaseFile file, ExpectationJudge judge)
    {
        var claims = file.Match.Claims.ToLookup(claim => claim.Claim.ExpectationIndex);
        var number = 0;
        foreach (var (step, index) in file.Journey.Steps.Select((step, index) => (step, index)))
        {
            var ordinals = new Dictionary<string, int>();
            foreach (var expectation in step.Expect)
            {
                var ordinal = ordinals[expectation.Conversion] = ordinals.GetValueOrDefault(expectation.Conversion) + 1;
                var parts = claims[number++].Select(judge.Judge).ToList();
                yield return Combined(
                    parts,
                    new()
                    {
                        Expectation = expectation,
                        Title = file.Dictionary.Find(expectation.Conversion)!.Title,
                        StepIndex = index,
                        StepId = step.Id,
                        StepTitle = step.Title,
                        Ordinal = ordinal,
                        Status = VerdictStatus.Skipped,
                        Reason = "skipped: no configured destination is sent it",
                        Destinations = [],
                    }
                );
            }
        }
    }

    private static ExpectationVerdict Combined(List<(DestinationVerdict Verdict, string? Reason)> parts, ExpectationVerdict empty)
    {
        if (parts.Count == 0)
            return empty;
        var status = parts.Max(part => part.Verdict.Status);
        return empty with
        {
            Status = status,
            Reason = status == VerdictStatus.Broken ? parts.Select(part => part.Reason).FirstOrDefault(reason => reason is not null) : null,
            Destinations = [.. parts.Select(part => part.Verdict)],
        };
    }

    private static VerdictStatus StatusOf(bool isBroken, IReadOnlyList<ExpectationVerdict> expectations, List<Finding> strays)
    {
        List<VerdictStatus> parts = [FindingStatus.Worst(strays), .. expectations.Select(expectation => expectation.Status)];
        if (isBroken)
            parts.Add(VerdictStatus.Broken);
        var worst = parts.Max();
        // An expectation that does not apply leaves the walk as good as the others are.
        return worst == VerdictStatus.Skipped && parts.Contains(VerdictStatus.Passed) ? VerdictStatus.Passed : worst;
    }

    private static IEnumerable<string> NotCompared(RunConfiguration configuration) =>
        from destination in configuration.Destinations
        from off in destination.NotCompared.Reasons
        let against = off
            .Against.Where(what => destination.Deduplicated || what != Configuration.Destinations.NotCompared.RulesForEventIds)
            .ToList()
        where against.Count > 0
        select $"{destination.Title} is not held against {Words.List(against)}: {off.Reason}";

    private static IEnumerable<string> NothingExpected(Journey journey) =>
        journey.Strict || journey.Steps.Any(step => step.Expect.Count + step.Never.Count > 0)
            ? []
            :
            [
                $"Journey '{journey.Name}' expects no conversion: all that was proven is that none fired. Add 'expect' to a step at {journey.Place}, or 'never' where nothing may fire.",
            ];

    private static IEnumerable<string> FallbackWarnings(JourneyRecording recording) =>
        recording.Steps.SelectMany(step =>
            step.Actions.Where(action => action.Warning is not null)
                .Select(action => $"Step '{step.Title}', {action.Text}: {action.Warning}")
        );
}
