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
internal sealed class GuardedWalker(
    IJourneyWalker inner,
    string? obstacle,
    RunConfiguration configuration,
    SourceText dictionary,
    string tool,
    TimeProvider clock
) : IJourneyWalker
{
    public async Task<JourneyRecording> WalkAsync(Walk walk, IRunObserver observer, CancellationToken cancellationToken)
    {
        if (obstacle is { } reason)
            return Broken(walk, reason);
        try
        {
            return await inner.WalkAsync(walk, observer, cancellationToken);
        }
        catch (WalkObstacleException found)
        {
            return Broken(walk, found.Message);
        }
    }

    private JourneyRecording Broken(Walk walk, string reason) =>
        new()
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
