using MicroConvQA.Attribution;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Again;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;
using MicroConvQA.Recording;
using MicroConvQA.Source;

namespace MicroConvQA.Mutation;

/// <summary>
/// Puts every fault of the list into recorded walks that passed, one at a time, and judges each: what the checklist does not find survives.
/// </summary>
/// <param name="judge">Reads the texts that recordings are judged by.</param>
internal sealed class MutationRun(RecordingJudge judge)
{
    private readonly Tolerances tolerances = new();

    /// <param name="recordings">The recordings of walks that passed.</param>
    /// <param name="checklist">Other texts than their own; null = their own.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="SourceProblemException">The texts are wrong, or a walk did not pass.</exception>
    public MutationReport Of(
        IReadOnlyList<JourneyRecording> recordings,
        IReadOnlyList<SourceText>? checklist,
        CancellationToken cancellationToken
    )
    {
        var benches = recordings.Select(recording => BenchOf(judge.Read(recording, checklist))).ToList();
        var problems = benches
            .Where(bench => bench.Verdict.Status != VerdictStatus.Passed)
            .Select(bench => NotGreen(bench.Bench, bench.Verdict))
            .ToList();
        if (problems.Count > 0)
            throw new SourceProblemException(problems);
        // Walks are independent of each other, and each mutant costs a judgement.
        var mutated = benches
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellationToken)
            .Select(bench => MutantsOf(bench.Bench, cancellationToken))
            .ToList();
        return new MutationReport
        {
            Walks = [.. recordings.Select(recording => recording.Walk.Id)],
            Mutants = [.. mutated.SelectMany(walk => walk.Mutants)],
            NotMade = [.. mutated.SelectMany(walk => walk.NotMade)],
        };
    }

    private (MutationBench Bench, JourneyVerdict Verdict) BenchOf(RecordedCase recorded)
    {
        var decoder = TrafficDecoder.For(recorded.Configuration);
        List<DecodedRequest> traffic = [.. recorded.Recording.Requests.Select(decoder.Decode)];
        var verdict = Judged(recorded, traffic);
        return (new MutationBench(recorded, decoder, traffic, verdict, tolerances), verdict);
    }

    private (List<Mutant> Mutants, List<string> NotMade) MutantsOf(MutationBench bench, CancellationToken cancellationToken)
    {
        var memory = MemoryOf(bench);
        List<Mutant> mutants = [];
        List<string> notMade = [];
        foreach (var target in bench.Targets)
        foreach (var kind in MutationOperators.All)
        foreach (var fault in kind.Faults(bench, target))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (fault is { Traffic: null, Rule: null })
                notMade.Add(
                    $"{kind.Name} of {target.Conversion.Name} at {target.Destination.Title}{(fault.Parameter is null ? "" : $", {fault.Parameter}")}"
                );
            else
                mutants.Add(Judged(bench, target, kind, fault, memory));
        }
        return (mutants, notMade);
    }

    private Mutant Judged(MutationBench bench, MutationTarget target, MutationOperator kind, PlantedFault fault, JudgingMemory? memory)
    {
        var finding = fault.Traffic is null
            ? null
            : Judged(bench.Recorded with { Recording = fault.Recording ?? bench.Recording }, fault.Traffic, memory)
                .Findings.FirstOrDefault(finding => FindingStatus.Of(finding) != VerdictStatus.Passed);
        var fate =
            fault.Rule is not null ? MutantFate.Equivalent
            : finding is null ? MutantFate.Survived
            : MutantFate.Killed;
        return new Mutant
        {
            Operator = kind.Name,
            Walk = bench.Recording.Walk.Id,
            Conversion = target.Conversion.Name,
            Destination = kind.Reach == MutationReach.Page ? null : target.Destination.Name,
            Step = target.Expectation.StepTitle,
            Parameter = fault.Parameter,
            What = fault.What,
            Fate = fate,
            KilledBy = finding?.Kind,
            Rule = fault.Rule?.Name,
            Remedy = fate == MutantFate.Survived ? MutantRemedies.Of(kind, fault, target, bench.Recorded) : null,
        };
    }

    private JourneyVerdict Judged(RecordedCase recorded, IReadOnlyList<DecodedRequest> traffic, JudgingMemory? memory = null) =>
        JourneyJudge.Judge(recorded.Recording, traffic, recorded.Journey, recorded.Dictionary, recorded.Configuration, tolerances, memory);

    /// <summary>
    /// A mutant leaves all hits but one as they are: what was found out about them holds, unless a condition looks from one to the other.
    /// </summary>
    private static JudgingMemory? MemoryOf(MutationBench bench)
    {
        var (journey, dictionary) = (bench.Recorded.Journey, bench.Recorded.Dictionary);
        var conditions = journey
            .Steps.SelectMany(step => step.Expect)
            .SelectMany(expectation => expectation.Parameters.Values)
            .Concat(
                dictionary
                    .Conversions.SelectMany(conversion => conversion.Parameters)
                    .SelectMany(rule => rule.ItemFields.Append(rule))
                    .Select(rule => rule.Condition)
                    .OfType<Condition>()
            );
        return conditions.Any(LooksElsewhere) ? null : new JudgingMemory(bench.Traffic);
    }

    private static bool LooksElsewhere(Condition condition) =>
        condition switch
        {
            SameAs same => same.Destination is not null,
            AllOf all => all.Conditions.Any(LooksElsewhere),
            EachItem each => each.Fields.Values.Any(LooksElsewhere),
            AnyItem any => any.Fields.Values.Any(LooksElsewhere),
            NoItem none => none.Fields.Values.Any(LooksElsewhere),
            _ => false,
        };

    private static SourceProblem NotGreen(MutationBench bench, JourneyVerdict verdict)
    {
        var finding = verdict.Findings.FirstOrDefault(finding => !finding.IsWarning);
        var reason = finding?.Message
            ?? verdict.Breakage?.Reason
            ?? verdict.Expectations.FirstOrDefault(expectation => expectation.Reason is not null)?.Reason
            ?? "nothing of it could be judged.";
        return new SourceProblem(
            finding?.Place ?? bench.Recorded.Journey.Place,
            $"the walk '{bench.Recording.Walk.Id}' did not pass: {reason} Faults are only put into what is right: repair the shop or the checklist, run the journeys again, then mutate."
        );
    }
}
