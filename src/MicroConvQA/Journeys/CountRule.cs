namespace MicroConvQA.Journeys;

/// <summary>
/// How often a conversion must fire: at least <paramref name="AtLeast"/> and, where bounded, at most <paramref name="AtMost"/> times.
/// </summary>
public sealed record CountRule(int AtLeast, int? AtMost)
{
    /// <summary>The rule where the author is silent.</summary>
    public static CountRule Once { get; } = Exactly(1);

    public static CountRule Exactly(int times) => new(times, times);

    public bool Holds(int times) => times >= AtLeast && (AtMost is null || times <= AtMost);

    /// <summary>The rule in words: <c>exactly once</c>, <c>exactly 2 times</c>, <c>at least once</c>, <c>1 to 3 times</c>.</summary>
    public override string ToString() =>
        (AtLeast, AtMost) switch
        {
            var (least, most) when least == most => $"exactly {Times(least)}",
            var (least, most) when most is null => $"at least {Times(least)}",
            (0, { } most) => $"at most {Times(most)}",
            var (least, most) => $"{least} to {most} times",
        };

    private static string Times(int times) => times == 1 ? "once" : $"{times} times";
}
