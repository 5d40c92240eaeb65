using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Journeys;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.Consent;

/// <summary>Which consent was in force when: unanswered until the shopper answered, then what the answer grants.</summary>
internal sealed class ConsentTimeline
{
    private readonly RunConfiguration configuration;
    private readonly List<ConsentAnswer> answers;
    private readonly ConsentPreset beforehand;

    public ConsentTimeline(JourneyRecording recording, RunConfiguration configuration)
    {
        this.configuration = configuration;
        answers = [.. recording.ConsentAnswers.OrderBy(answer => answer.At)];
        // Where the opening has no answer on record, the shop did not ask, the shopper had answered on an earlier visit, or an old
        // recording did not note it: the walk's state holds from the start.
        beforehand =
            answers.Count > 0 && answers[0].At < FirstStepOf(recording) ? Preset(ConsentNames.None) : Preset(recording.Walk.Consent);
    }

    public ConsentPreset At(TimeSpan moment) => LastOf(answer => answer.At <= moment);

    /// <summary>
    /// The consent that a page may still know when it sends: an answer takes a moment to reach its tags, but a page that was opened after
    /// it knows it.
    /// </summary>
    /// <param name="sent">When it was sent.</param>
    /// <param name="opened">When its page was opened; null = not known.</param>
    /// <param name="delay">How long the answer may take, from when what gives it had been used.</param>
    public ConsentPreset KnownAt(TimeSpan sent, TimeSpan? opened, TimeSpan delay) =>
        LastOf(answer => (answer.UsedAt ?? answer.At) + delay <= sent || (answer.At <= opened && opened <= sent));

    /// <summary>The consent in which a step's events are expected; of a step that was not reached the last one known.</summary>
    public ConsentPreset InStep(RecordedStep? step) => At(step?.FinishedAt ?? step?.ActedAt ?? TimeSpan.MaxValue);

    /// <summary>The consents of the walk in the order in which they came into force, each once.</summary>
    public IReadOnlyList<ConsentPreset> InForce =>
        [.. answers.Select(answer => Preset(answer.Preset)).Prepend(beforehand).DistinctBy(preset => preset.Name)];

    public bool IsAnswered(TimeSpan moment) => At(moment).Name != ConsentNames.None;

    private ConsentPreset LastOf(Func<ConsentAnswer, bool> holds) =>
        answers.LastOrDefault(holds) is { } answer ? Preset(answer.Preset) : beforehand;

    private static TimeSpan FirstStepOf(JourneyRecording recording) =>
        recording.Steps.Count > 0 ? recording.Steps[0].StartedAt ?? TimeSpan.MaxValue : TimeSpan.MaxValue;

    private ConsentPreset Preset(string name) =>
        configuration.Consent.FirstOrDefault(preset => preset.Name == name) ?? new ConsentPreset { Name = name };
}
