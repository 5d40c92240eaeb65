using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Judging.English;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging;

/// <summary>Why something could not be told, in words.</summary>
internal sealed class BrokenWalk(CaseFile file)
{
    private Breakage? Breakage => file.Recording.Breakage;

    /// <summary>Whether the walk broke in this very step.</summary>
    public bool IsIn(int step) =>
        Breakage?.StepIndex == step || file.Recording.Steps.Any(recorded => recorded.Index == step && recorded.State == StepState.Broken);

    /// <summary>Whether the walk ended before the last hits could come.</summary>
    public bool IsUnsettled => Breakage is not null && file.Recording.Settled is null;

    public string NotReached => $"broken: not reached, because {What}";

    public string BrokenBefore => $"broken: nothing fired before {What}";

    /// <summary>Why a push that is missing may have been made; null = each was told.</summary>
    public string? LostPushes =>
        file.Recording.LostMessages is > 0 and var lost
            ? $"broken: {Words.Count(lost, "message")} of the page could not be read, and a push to the data layer may have been among them"
            : null;

    /// <summary>Why a destination could still have been sent something when the walk was given up; null = it could not.</summary>
    public string? StillOpen(Destination destination) =>
        file.Recording.Unsettled.FirstOrDefault(open =>
            (open.Vendor is null || open.Vendor == destination.Vendor)
            && (open.Account is null || destination.Account is null || open.Account == destination.Account)
        )
            is { } found
            ? $"{destination.Title} could still have been sent something when the walk was given up: {found.Because}"
            : null;

    public static string Unsettled =>
        "broken: the walk ended before waiting batches were sent, so a hit that is missing cannot be told from one that was still queued";

    private string What =>
        Breakage switch
        {
            null => "the recording does not hold this step",
            { StepIndex: >= 0 } in_step when in_step.StepIndex < file.Journey.Steps.Count =>
                $"step '{file.Journey.Steps[in_step.StepIndex].Title}' ({Place(in_step)}) could not do '{in_step.Action}': {in_step.Reason}",
            var start => $"the start ({Place(start)}) could not do '{start.Action}': {start.Reason}",
        };

    private static string Place(Breakage breakage) => $"{breakage.Place.File}:{breakage.Place.Line}";
}
