namespace MicroConvQA.Configuration.Settling;

/// <summary>The limits within which a walk waits for its hits.</summary>
public sealed record SettleLimits
{
    /// <summary>How long a step waits for what it expects, at each vendor that sends at once. Default 5 s, 100 ms to 60 s.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long no analytics request may arrive before a walk is closed. Default 300 ms, 50 ms to 10 s.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How much page time passes at the end so that batches are sent; on a virtual clock. Default 6 s, 0 to 120 s.</summary>
    public TimeSpan Horizon { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>
    /// How long hits are waited for after the horizon, when the pages have been left. Default 10 s, 1 s to 120 s, and not less than the
    /// horizon.
    /// </summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);
}
