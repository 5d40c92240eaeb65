using MicroConvQA.Source;

namespace MicroConvQA.Judging.Findings;

/// <summary>One thing wrong, with its evidence and likely cause.</summary>
public sealed record Finding
{
    public required FindingKind Kind { get; init; }

    /// <summary>What is wrong, in one sentence that stands for itself.</summary>
    public required string Message { get; init; }

    /// <summary>The step that it belongs to, from 0; -1 = before the first step; null = the journey as a whole.</summary>
    public int? StepIndex { get; init; }

    /// <summary>The author's line that it was judged by.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>The conversion; null where an event is none of the dictionary's.</summary>
    public string? Conversion { get; init; }

    /// <summary>The destination's name; null where it concerns none in particular.</summary>
    public string? Destination { get; init; }

    /// <summary>What was expected, in words.</summary>
    public required string Expected { get; init; }

    /// <summary>What was found, in words.</summary>
    public required string Found { get; init; }

    /// <summary>The parameters of the nearest hit, those that hold and those that do not.</summary>
    public IReadOnlyList<ParameterDifference> Differences { get; init; } = [];

    /// <summary>The numbers of the requests that prove it.</summary>
    public IReadOnlyList<int> Requests { get; init; } = [];

    /// <summary>Of something that was sent more than once: who sent each, side by side.</summary>
    public IReadOnlyList<HitSender> Senders { get; init; } = [];

    /// <summary>The journey's name.</summary>
    public string? Journey { get; init; }

    /// <summary>The step's title; null = before the first step, or the journey as a whole.</summary>
    public string? Step { get; init; }

    /// <summary>What else the destination was sent in that step, in words; null = it concerns no destination in particular.</summary>
    public string? SeenBeside { get; init; }

    /// <summary>The picture of the page after the step, by its file name beside the recording; null = none was taken.</summary>
    public string? Screenshot { get; init; }

    /// <summary>The likely cause, in one sentence; null = nothing points to one.</summary>
    public string? LikelyCause { get; init; }

    /// <summary>What to do next, in one sentence.</summary>
    public required string NextMove { get; init; }

    /// <summary>Whether it is only a warning: shown, not failing.</summary>
    public bool IsWarning { get; init; }
}

/// <summary>One parameter of a hit held against what must hold of it.</summary>
/// <param name="Parameter">The dictionary's name; of an item field <c>items[0].price</c>.</param>
/// <param name="Expected">What must hold, in words: <c>be 'EUR'</c>.</param>
/// <param name="Found">The value as sent; null = absent.</param>
/// <param name="Holds">Whether it holds.</param>
public sealed record ParameterDifference(string Parameter, string Expected, string? Found, bool Holds);

/// <summary>Who sent one of several hits, so that they can be read side by side.</summary>
/// <param name="Request">The number of the hit's request.</param>
/// <param name="Sender">The script and its line, and the tag manager's container where one ran it.</param>
/// <param name="Push">The data-layer push that led to it, and who made it; null = none is known.</param>
/// <param name="Event">What happened on the page before: <c>on click of button#buy 'Add to cart'</c>; null = not known.</param>
public sealed record HitSender(int Request, string Sender, string? Push, string? Event);
