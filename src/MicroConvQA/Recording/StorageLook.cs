namespace MicroConvQA.Recording;

/// <summary>
/// What had appeared in the browser's cookies and storage since the look before: taken before each answer to the consent question, after
/// each step and at the end.
/// </summary>
public sealed record StorageLook
{
    /// <summary>Since the start of the walk, in real time.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>The step that was in progress then, from 0; -1 = the opening.</summary>
    public required int StepIndex { get; init; }

    public required IReadOnlyList<StoredName> Appeared { get; init; }
}
