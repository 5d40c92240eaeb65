using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;

namespace MicroConvQA.Planning.Variants;

/// <summary>Changes of steps that several variants make.</summary>
internal static class StepEdits
{
    /// <summary>The place of the step of an id; -1 = none has it.</summary>
    public static int PlaceOf(Journey journey, string id) => journey.Steps.ToList().FindIndex(step => step.Id == id);

    /// <summary>The journey with one more step behind one of its own, at whose line it is judged.</summary>
    public static Journey With(Journey journey, int after, Func<Step, Step> made) =>
        journey with
        {
            Steps = [.. journey.Steps.Take(after + 1), made(journey.Steps[after]), .. journey.Steps.Skip(after + 1)],
        };

    /// <summary>
    /// The actions with the last one of a kind replaced, also inside <c>on DEVICE</c>; the same list where there is none.
    /// </summary>
    public static IReadOnlyList<StepAction> LastReplaced(
        IReadOnlyList<StepAction> actions,
        Func<StepAction, bool> isMeant,
        Func<StepAction, IReadOnlyList<StepAction>> by
    )
    {
        // Alternatives for several devices stand side by side: each has a last one of its own.
        if (actions.Any(action => action is OnDevice onDevice && onDevice.Actions.Any(isMeant)) && !actions.Any(isMeant))
            return
            [
                .. actions.Select(action =>
                    action is OnDevice onDevice ? onDevice with { Actions = LastReplaced(onDevice.Actions, isMeant, by) } : action
                ),
            ];
        var last = actions.ToList().FindLastIndex(action => isMeant(action));
        return last < 0 ? actions : [.. actions.Take(last), .. by(actions[last]), .. actions.Skip(last + 1)];
    }
}
