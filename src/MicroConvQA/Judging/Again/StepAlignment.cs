using MicroConvQA.Journeys;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.Again;

/// <summary>Lays a recording beside a journey whose steps were edited since: steps are the same where their ids are.</summary>
internal static class StepAlignment
{
    /// <summary>
    /// The recording with its steps numbered as in the journey. What belongs to a step that is gone belongs to the one before it.
    /// </summary>
    public static JourneyRecording Align(JourneyRecording recording, Journey journey)
    {
        if (recording.Steps.Select(step => step.Id).SequenceEqual(journey.Steps.Select(step => step.Id)))
            return recording;
        var walked = Walked(recording, journey);
        var places = Places(recording, walked);
        return recording with
        {
            Steps =
            [
                .. journey.Steps.Select(
                    (step, index) =>
                        walked.TryGetValue(index, out var recorded)
                            ? recorded with
                            {
                                Index = index,
                                Title = step.Title,
                            }
                            : new()
                            {
                                Index = index,
                                Id = step.Id,
                                Title = step.Title,
                                State = StepState.NotReached,
                            }
                ),
            ],
            Requests = [.. recording.Requests.Select(request => request with { StepIndex = places[request.StepIndex] })],
            Visits = [.. recording.Visits.Select(visit => visit with { StepIndex = places[visit.StepIndex] })],
            Stored = [.. recording.Stored.Select(look => look with { StepIndex = places[look.StepIndex] })],
            Breakage = recording.Breakage is { } breakage ? breakage with { StepIndex = places[breakage.StepIndex] } : null,
        };
    }

    /// <summary>The recorded step of each step of the journey. Steps that were put into another order are not what was walked.</summary>
    private static Dictionary<int, RecordedStep> Walked(JourneyRecording recording, Journey journey)
    {
        var byId = journey.Steps.Select((step, index) => (step.Id, Index: index)).ToDictionary(step => step.Id, step => step.Index);
        var walked = new Dictionary<int, RecordedStep>();
        var last = -1;
        foreach (var step in recording.Steps)
        {
            if (byId.TryGetValue(step.Id, out var index) && index > last)
                walked[last = index] = step;
        }
        return walked;
    }

    /// <summary>Where each recorded step stands now; before the first one nothing has moved.</summary>
    private static Dictionary<int, int> Places(JourneyRecording recording, Dictionary<int, RecordedStep> walked)
    {
        var now = walked.ToDictionary(step => step.Value.Index, step => step.Key);
        var places = new Dictionary<int, int> { [-1] = -1 };
        var last = -1;
        foreach (var step in recording.Steps)
            places[step.Index] = last = now.GetValueOrDefault(step.Index, last);
        return places;
    }
}
