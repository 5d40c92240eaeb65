using MicroConvQA.Recording;

namespace MicroConvQA.Reporting.Allure;

/// <summary>The moments of a walk as Allure counts them: milliseconds since 1970.</summary>
internal sealed class WalkTimes(JourneyRecording recording)
{
    public long Start => At(TimeSpan.Zero);

    public long Stop => At(recording.Duration);

    public long At(TimeSpan sinceStart) => (recording.StartedAt + sinceStart).ToUnixTimeMilliseconds();

    /// <summary>From the step's first action until the next step began; a step that was not reached has no duration.</summary>
    public (long Start, long Stop) Of(RecordedStep? step) =>
        step?.StartedAt is { } from ? (At(from), At(step.FinishedAt ?? step.ActedAt ?? recording.Duration)) : (Stop, Stop);
}
