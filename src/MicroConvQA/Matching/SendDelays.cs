namespace MicroConvQA.Matching;

/// <summary>How long vendors keep an event before they send it, in page time; most send each event at once.</summary>
internal static class SendDelays
{
    // Clocks, threads and a loaded machine.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1.5);

    private static readonly Dictionary<string, TimeSpan> Longest = new()
    {
        ["ga4"] = TimeSpan.FromSeconds(5),
        ["google-ads"] = TimeSpan.Zero,
        // Its page views, events and orders leave at once; contents and what a page queues are collected.
        ["matomo"] = TimeSpan.FromSeconds(2.5),
        ["meta"] = TimeSpan.Zero,
        ["pinterest"] = TimeSpan.Zero,
        ["plausible"] = TimeSpan.Zero,
        ["tiktok"] = TimeSpan.Zero,
        ["ua"] = TimeSpan.Zero,
        ["uet"] = TimeSpan.Zero,
    };

    /// <summary>The longest that an event can have waited; null = not known.</summary>
    public static TimeSpan? LongestOf(string vendor) => Longest.TryGetValue(vendor, out var delay) ? delay + Tolerance : null;
}
