using Newtonsoft.Json.Linq;

namespace MicroConvQA.Recording;

/// <summary>One step of the journey as it was walked; times since the start of the walk, in real time.</summary>
public sealed record RecordedStep
{
    /// <summary>From 0, as in the journey.</summary>
    public required int Index { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required StepState State { get; init; }

    /// <summary>When the walk turned to it; null where it was not reached.</summary>
    public TimeSpan? StartedAt { get; init; }

    /// <summary>
    /// When its first action came to the page: what was created before belongs to the step before. Null where it has no action or waits
    /// first, and in recordings that do not tell; then it begins when the walk turned to it.
    /// </summary>
    public TimeSpan? FirstActedAt { get; init; }

    /// <summary>When its actions were done: from here on <c>within</c> counts.</summary>
    public TimeSpan? ActedAt { get; init; }

    /// <summary>When the next step could begin.</summary>
    public TimeSpan? FinishedAt { get; init; }

    public IReadOnlyList<RecordedAction> Actions { get; init; } = [];

    /// <summary>What the page showed of the parameters of what the step expects, before its actions and after them.</summary>
    public IReadOnlyList<ShownValue> Shown { get; init; } = [];

    /// <summary>
    /// What was waited for to the end of its time and had not come, at vendors that send each event at once: what the next step's action is
    /// followed by is not of this step.
    /// </summary>
    public IReadOnlyList<AwaitedInVain> AwaitedInVain { get; init; } = [];

    /// <summary>A picture of the page after the step, by its file name beside the recording; null = none was taken.</summary>
    public string? Screenshot { get; init; }

    /// <summary>The page's markup after the step, by its file name beside the recording; null = it was not kept.</summary>
    public string? Markup { get; init; }
}

/// <summary>How far the walk came with a step.</summary>
public enum StepState
{
    Done,
    Broken,
    NotReached,
}

/// <summary>A conversion that a step waited for, and that one vendor had not been sent when its time was over.</summary>
/// <param name="Conversion">The dictionary's name.</param>
/// <param name="Vendor">The vendor's short name.</param>
/// <param name="Account">The account that it was waited for at; null = any.</param>
public sealed record AwaitedInVain(string Conversion, string Vendor, string? Account);

/// <summary>What the page showed the shopper of a parameter, where the dictionary says where it is shown.</summary>
/// <param name="Conversion">The conversion that the step expects.</param>
/// <param name="Parameter">Its parameter, <c>value</c>, or an item's field, <c>items.price</c>.</param>
/// <param name="Value">What was shown; an amount as a number.</param>
/// <param name="Reading">What was read, in words: <c>text of css #total</c>.</param>
/// <param name="Page">The page's address.</param>
public sealed record ShownValue(string Conversion, string Parameter, JToken Value, string Reading, string Page);
