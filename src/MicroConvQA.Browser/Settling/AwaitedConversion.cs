using MicroConvQA.Decoding;

namespace MicroConvQA.Browser.Settling;

/// <summary>A conversion that a step must fire, as the waiter looks for it.</summary>
internal sealed record AwaitedConversion
{
    /// <summary>The dictionary's name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The events that it is sent as. Each that is sent at once is waited for; where none is, the first of any of them is enough.
    /// </summary>
    public required IReadOnlyList<AwaitedEvent> Signs { get; init; }

    /// <summary>How many are waited for. Default 1; 0 = it is not waited for.</summary>
    public int Times { get; init; } = 1;

    /// <summary>
    /// Whether a sign of an earlier step stands for this one too, because the business counts both as one; null = none does.
    /// </summary>
    public Func<AwaitedEvent, Hit, bool>? IsMetBy { get; init; }

    /// <summary>How long it is waited for, from the end of the step's actions.</summary>
    public required TimeSpan Within { get; init; }
}
