namespace MicroConvQA.Matching;

/// <summary>How long vendors that state no time keep an event before they send it, in page time.</summary>
internal static class SendDelays
{
    // Clocks, threads and a loaded machine.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1.5);

    private static readonly Dictionary<string, TimeSpan> Longest = new()
    {
        ["ga4"] = TimeSpan.FromSeconds(5),
        ["plausible"] = TimeSpan.Zero,
    };

    /// <summary>The longest that an event can have waited; null = not known.</summary>
    public static TimeSpan? LongestOf(string vendor) => Longest.TryGetValue(vendor, out var delay) ? delay + Tolerance : null;
}
