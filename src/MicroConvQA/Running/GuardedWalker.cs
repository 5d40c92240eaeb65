using System.Collections.Concurrent;
using MicroConvQA.Configuration;
using MicroConvQA.Journeys.Variants;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Source;

namespace MicroConvQA.Running;

/// <summary>
/// Spares walks that cannot even begin, because the site is down or no browser is there: they are broken at once, each with a recording,
/// so that reports show them as they show every other breakage.
/// </summary>
/// <param name="inner">Walks the others.</param>
/// <param name="obstacle">Why no walk of this run can begin, in sentences; null = they can.</param>
/// <param name="configuration">The run's configuration.</param>
/// <param name="dictionary">The text of the run's dictionary.</param>
/// <param name="tool">The tool's name and version, as recordings keep it.</param>
/// <param name="clock">Says when a walk was to begin.</param>
/// <param name="isOfThisMachine">Whether the obstacle is one of the machine that the run is on, and not the shop's.</param>
internal sealed class GuardedWalker(
    IJourneyWalker inner,
    string? obstacle,
    RunConfiguration configuration,
    SourceText dictionary,
    string tool,
    TimeProvider clock,
    bool isOfThisMachine = false
) : IJourneyWalker
{
    private readonly ConcurrentDictionary<string, bool> _faults = [];

    /// <summary>
    /// What this machine lacks, each once: no browser, no display, a web server that does not start. No walk tells anything then, and the
    /// run is void.
    /// </summary>
    public IReadOnlyList<string> Faults => [.. _faults.Keys.Order(StringComparer.Ordinal).Select(reason => $"Not walked: {reason}")];

    public async Task<JourneyRecording> WalkAsync(Walk walk, IRunObserver observer, CancellationToken cancellationToken)
    {
        if (obstacle is { } reason)
            return Broken(walk, reason, isOfThisMachine);
        try
        {
            return await inner.WalkAsync(walk, observer, cancellationToken);
        }
        catch (WalkObstacleException found)
        {
            return Broken(walk, found.Message, isFault: true);
        }
    }

    private JourneyRecording Broken(Walk walk, string reason, bool isFault)
    {
        if (isFault)
            _faults.TryAdd(reason, true);
        return new()
        {
            Tool = tool,
            Walk = LabelOf(walk),
            RanOn = new RanOn
            {
                Engine = "none",
                Version = "",
                AskedFor = walk.Device.Engine.ToString().ToLowerInvariant(),
                Capture = "none",
                VirtualClock = false,
            },
            StartedAt = clock.GetUtcNow(),
            Duration = TimeSpan.Zero,
            Sources = walk.Journey.Sources,
            Dictionary = dictionary,
            Configuration = configuration.Source,
            Steps =
            [
                .. walk.Journey.Steps.Select(
                    (step, index) =>
                        new RecordedStep
                        {
                            Index = index,
                            Id = step.Id,
                            Title = step.Title,
                            State = StepState.NotReached,
                        }
                ),
            ],
            Requests = [],
            Breakage = new Breakage
            {
                StepIndex = -1,
                Place = walk.Journey.Place,
                Action = $"open: {walk.Journey.Start}",
                Reason = reason,
            },
        };
    }

    private WalkLabel LabelOf(Walk walk) =>
        new()
        {
            Id = walk.Id,
            Journey = walk.Journey.Name,
            Device = walk.Device.Name,
            Consent = walk.Consent.Name,
            Variant = walk.Variant is { } variant ? VariantNames.Of(variant) : null,
            Row = walk.Row?.Values.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()) ?? [],
            BaseUrl = walk.Device.BaseUrl ?? configuration.BaseUrl ?? "unknown",
        };
}
