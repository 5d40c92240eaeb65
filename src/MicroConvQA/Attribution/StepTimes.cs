namespace MicroConvQA.Attribution;

/// <summary>
/// When each step of a walk began: with the first action of the shopper's own, not when the step before was over, because what a page does
/// by itself in between belongs to that. Not safe for several threads: its ledger locks.
/// </summary>
/// <param name="tolerances">How far the clocks of pages and of the network may be apart.</param>
internal sealed class StepTimes(Tolerances tolerances)
{
    private readonly List<Begin> _begins = [new(TimeSpan.Zero, -1)];

    /// <summary>The step in progress; -1 = the opening.</summary>
    public int Current => _begins[^1].Index;

    /// <summary>When the first own action of each step that has one came to the page.</summary>
    public IReadOnlyDictionary<int, TimeSpan> FirstActions =>
        _begins.Where(begin => begin.IsByAction).ToDictionary(begin => begin.Index, begin => begin.Exactly);

    /// <summary>A step begins by time alone: it waits, or it has no action.</summary>
    public void Begun(int index, TimeSpan at) => _begins.Add(new(at, index));

    /// <summary>A step's first action is about to be done.</summary>
    /// <param name="index">The step's.</param>
    /// <param name="at">When.</param>
    /// <param name="isFelt">Whether the page feels it: then it begins with the first event that the page tells of.</param>
    public void BegunByAction(int index, TimeSpan at, bool isFelt) => _begins.Add(new(at, index) { IsByAction = true, IsFelt = isFelt });

    /// <summary>The action is done: what the page feels from now on is another one's.</summary>
    public void FirstActionDone(TimeSpan at) => _begins[^1] = _begins[^1] with { Until = _begins[^1].Until ?? at };

    /// <summary>A document felt the shopper's hand.</summary>
    /// <param name="at">When.</param>
    /// <param name="born">When the document began: one that the action itself has brought knows nothing of its begin.</param>
    /// <returns>From when on the step of what was seen may be another now; null = nothing has changed.</returns>
    public TimeSpan? Felt(ForeignMoment at, ForeignMoment born)
    {
        var begin = _begins[^1];
        if (
            !begin.IsFelt
            || begin.Felt is not null
            || at.InWalk < begin.From
            || at.InWalk > (begin.Until ?? TimeSpan.MaxValue)
            || born.InWalk > begin.From
        )
            return null;
        _begins[^1] = begin with { Felt = at };
        return begin.From;
    }

    /// <summary>The step in progress at a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="isPagesOwn">Whether the page itself told of the moment, by the clock that it tells of actions by.</param>
    public int At(TimeSpan moment, bool isPagesOwn) =>
        _begins.FindLast(begin => (isPagesOwn ? begin.Exactly : begin.Later(begin.Exactly - tolerances.NetworkSkew)) <= moment)!.Index;

    private sealed record Begin(TimeSpan From, int Index)
    {
        public bool IsByAction { get; init; }

        public bool IsFelt { get; init; }

        public TimeSpan? Until { get; init; }

        public ForeignMoment? Felt { get; init; }

        public TimeSpan Exactly => Later(Felt?.InWalk ?? From);

        public TimeSpan Later(TimeSpan moment) => moment > From ? moment : From;
    }
}
