using MicroConvQA.Source;

namespace MicroConvQA.Recording;

/// <summary>Why a walk could not go on: the world's fault or a changed page, never the tracking's.</summary>
public sealed record Breakage
{
    /// <summary>The step that broke, from 0; -1 = the opening of the start page or the consent answer.</summary>
    public required int StepIndex { get; init; }

    /// <summary>The author's line that could not be done.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>The action as the author wrote it.</summary>
    public required string Action { get; init; }

    /// <summary>What happened and what to look at, in sentences.</summary>
    public required string Reason { get; init; }

    /// <summary>The page at that moment, by its file name beside the recording; null = no picture could be taken.</summary>
    public string? Screenshot { get; init; }

    /// <summary>The page's markup at that moment, by its file name beside the recording; null = it was not kept.</summary>
    public string? Markup { get; init; }
}
