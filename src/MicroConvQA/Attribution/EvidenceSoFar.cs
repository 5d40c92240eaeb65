namespace MicroConvQA.Attribution;

/// <summary>The intersection of the evidence that was heard so far.</summary>
/// <param name="StatesTime">Whether the hit states a time that can be true.</param>
internal sealed record EvidenceSoFar(bool StatesTime)
{
    public TimeSpan Earliest { get; private init; } = TimeSpan.Zero;

    public TimeSpan Latest { get; private init; } = TimeSpan.MaxValue;

    public int FirstStep { get; private init; } = -1;

    public int LastStep { get; private init; } = int.MaxValue;

    /// <summary>The step that the last evidence that speaks for one speaks for.</summary>
    public int Likely { get; private init; }

    /// <summary>
    /// The page time that was stated, and that the moment of what was heard since may have made later; null = none was stated.
    /// </summary>
    public TimeSpan? OnPage { get; private init; }

    public string Words { get; private init; } = "";

    /// <summary>The step that waited for it in vain; null = none did.</summary>
    public int? AwaitedIn { get; private init; }

    /// <summary>Whether it may be of more steps than one.</summary>
    public bool IsDoubtful => FirstStep != LastStep;

    /// <summary>What both say.</summary>
    /// <param name="evidence">What is heard next.</param>
    /// <param name="onContradiction">What becomes of it where the two have no step in common.</param>
    /// <param name="pageTime">The earliest page time of a moment.</param>
    public EvidenceSoFar Narrowed(TimeEvidence evidence, Contradiction onContradiction, Func<TimeSpan, TimeSpan> pageTime)
    {
        var (first, last) = (Math.Max(FirstStep, evidence.FirstStep), Math.Min(LastStep, evidence.LastStep));
        if (first > last)
        {
            switch (onContradiction)
            {
                case Contradiction.Dropped:
                    return this;
                case Contradiction.NearestEnd:
                    first = last = evidence.FirstStep > LastStep ? LastStep : FirstStep;
                    break;
                case Contradiction.Replaces:
                    (first, last) = (evidence.FirstStep, evidence.LastStep);
                    break;
                default:
                    throw new InvalidOperationException($"{evidence.Kind} has nothing above it that it could contradict.");
            }
        }
        var (earliest, latest) = Moments(evidence);
        return this with
        {
            Earliest = earliest,
            Latest = latest,
            FirstStep = first,
            LastStep = last,
            Likely = Math.Clamp(evidence.Likely ?? Likely, first, last),
            OnPage = evidence.OnPage ?? (OnPage is { } stated ? Later(stated, pageTime(earliest)) : null),
            Words = evidence.Words ?? Words,
            AwaitedIn = evidence.AwaitedIn ?? AwaitedIn,
        };
    }

    /// <summary>
    /// Of two that agree on a step and miss each other by a moment, by two clocks, the one that is heard later is the narrower one.
    /// </summary>
    private (TimeSpan Earliest, TimeSpan Latest) Moments(TimeEvidence evidence)
    {
        var (earliest, latest) = (Later(Earliest, evidence.Earliest), Latest < evidence.Latest ? Latest : evidence.Latest);
        return earliest <= latest ? (earliest, latest)
            : evidence.Latest == TimeSpan.MaxValue ? (latest, latest)
            : (evidence.Earliest, evidence.Latest);
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
