using MicroConvQA.Faults;
using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Recording;

namespace MicroConvQA.Running.Canaries;

/// <summary>
/// A walk of the run once more, with two faults put into its requests on purpose: a run that does not find both cannot be trusted in what
/// else it found or did not find. A fault that makes something missing and one that makes something twofold are not both found by a harness
/// that is blind.
/// </summary>
internal sealed class Canary
{
    private Canary(Walk walk, WireFault lost, WireFault doubled) => (Walk, Lost, Doubled) = (walk, lost, doubled);

    public Walk Walk { get; }

    public WireFault Lost { get; }

    public WireFault Doubled { get; }

    public string What => $"{Lost.What} and {Doubled.What}";

    /// <summary>
    /// The canary of a run: of the shortest walk that came to its end, at conversions that were in order there, so that what it finds is
    /// not the shop's. Each day it is another pair.
    /// </summary>
    /// <returns>Null where no walk has two such conversions.</returns>
    public static Canary? Of(RunPlan plan, IReadOnlyList<WalkResult> walks, DateTimeOffset startedAt) =>
        walks
            .Where(result => result.Verdict.Breakage is null)
            .OrderBy(result => result.Walk.Journey.Steps.Count)
            .Select(result => Of(plan, result, (int)(startedAt.UtcDateTime - DateTime.UnixEpoch).TotalDays))
            .FirstOrDefault(canary => canary is not null);

    /// <summary>What is put into a walk's requests; null = it is no canary.</summary>
    public static WireFault? FaultOf(Walk walk, RunPlan plan)
    {
        if (walk.Canary is not { } faults)
            return null;
        var all = WireFault.AllFor(walk.Journey, walk.Consent, plan.Dictionary, plan.Configuration);
        return all.First(fault => fault.Kind == WireFaultKind.Drop && fault.Conversion == faults.Lost && fault.Destination == faults.LostAt)
            .With(
                all.First(fault =>
                    fault.Kind == WireFaultKind.Double && fault.Conversion == faults.Doubled && fault.Destination == faults.DoubledAt
                )
            );
    }

    /// <summary>Holds the verdict on the canary's walk against what was put into it.</summary>
    public CanaryResult Judge(JourneyVerdict verdict, string directory)
    {
        var missed = new[] { Lost, Doubled }.Where(fault => !verdict.Findings.Any(fault.IsFoundBy)).ToList();
        return new()
        {
            State = missed.Count == 0 ? CanaryState.Caught : CanaryState.NotCaught,
            Walk = Walk,
            Directory = directory,
            Said =
                missed.Count == 0
                    ? $"The canary was caught: in one more walk of {Walk.Journey.Name} on {Walk.Device.Name}, {What} on purpose, and both were found."
                    : $"The run is void, because its canary was not caught: in one more walk of {Walk.Journey.Name} on {Walk.Device.Name}, {What} on purpose, and no finding says that "
                        + $"{string.Join(" nor that ", missed.Select(fault => fault.What))}. What this run found and did not find cannot be trusted. "
                        + $"Keep {directory} and report it as a fault of MicroConvQA; 'microconv judge' shows what was made of it.",
        };
    }

    public CanaryResult Broken(Breakage breakage, string directory) =>
        new()
        {
            State = CanaryState.NotJudged,
            Walk = Walk,
            Directory = directory,
            Said =
                $"The run is void, because its canary could not be walked although {Walk.Title[CanaryTitle.Length..]} could: {breakage.Reason} Run it again.",
        };

    private const string CanaryTitle = "canary of ";

    private static Canary? Of(RunPlan plan, WalkResult result, int day)
    {
        var walk = result.Walk;
        var sound = WireFault
            .AllFor(walk.Journey, walk.Consent, plan.Dictionary, plan.Configuration)
            .Where(fault => fault.Kind is WireFaultKind.Drop or WireFaultKind.Double && IsSound(result.Verdict, fault))
            .ToList();
        var pairs =
            from lost in Turned([.. sound.Where(fault => fault.Kind == WireFaultKind.Drop)], day)
            from doubled in Turned(
                [.. sound.Where(fault => fault.Kind == WireFaultKind.Double && fault.Conversion != lost.Conversion)],
                day
            )
            where CanBePut(lost, result.Recording) && CanBePut(doubled, result.Recording)
            select (lost, doubled);
        return pairs.FirstOrDefault() is { lost: not null } pair
            ? new Canary(Marked(walk, pair.lost, pair.doubled), pair.lost, pair.doubled)
            : null;
    }

    private static Walk Marked(Walk walk, WireFault lost, WireFault doubled) =>
        walk with
        {
            Id = $"canary.{walk.Id}",
            Title = $"{CanaryTitle}{walk.Title}",
            Attempt = 1,
            Canary = new CanaryFaults(lost.Conversion, lost.Destination, doubled.Conversion, doubled.Destination),
        };

    private static bool IsSound(JourneyVerdict verdict, WireFault fault) =>
        verdict.Expectations.Any(expectation =>
            expectation.Expectation.Conversion == fault.Conversion
            && expectation.Destinations.Any(at =>
                at is { Status: VerdictStatus.Passed, Hits.Count: > 0 } && at.Destination == fault.Destination
            )
        ) && !verdict.Findings.Any(finding => finding.Conversion == fault.Conversion && finding.Destination == fault.Destination);

    /// <summary>Some requests hold a hit in a way in which it can be neither taken out nor doubled alone.</summary>
    private static bool CanBePut(WireFault fault, JourneyRecording recording) =>
        recording.Requests.Any(request => fault.On(request) is not [var same] || !ReferenceEquals(same, request));

    private static IEnumerable<WireFault> Turned(IReadOnlyList<WireFault> faults, int by) =>
        faults.Select((_, place) => faults[(place + by) % faults.Count]);
}
