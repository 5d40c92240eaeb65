namespace MicroConvQA.Browser.Walking;

/// <summary>
/// When a walk has to be over. It walks for as long as <c>timeout</c> allows; what it has seen is then settled and kept for a moment more,
/// and after that it is given up wherever it is.
/// </summary>
internal sealed class WalkLimits : IDisposable
{
    /// <summary>How long a walk may settle and keep its evidence beyond its time.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _end;
    private readonly CancellationTokenSource _walking;
    private readonly CancellationTokenSource _ending;

    /// <param name="timeout">How long it may walk.</param>
    /// <param name="time">By whose clock.</param>
    /// <param name="stop">Stops the run.</param>
    public WalkLimits(TimeSpan timeout, TimeProvider time, CancellationToken stop)
    {
        Stop = stop;
        _limit = new CancellationTokenSource(timeout, time);
        _end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _limit.Token.Register(() => _end.CancelAfter(Grace));
        _walking = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, stop);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, stop);
    }

    /// <summary>The run is stopped.</summary>
    public CancellationToken Stop { get; }

    /// <summary>Ends what the journey does.</summary>
    public CancellationToken Walking => _walking.Token;

    /// <summary>Ends what is done after it.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>Whether the journey's time is over.</summary>
    public bool IsUsedUp => _limit.IsCancellationRequested;

    public void Dispose()
    {
        _walking.Dispose();
        _ending.Dispose();
        _limit.Dispose();
        _end.Dispose();
    }
}
