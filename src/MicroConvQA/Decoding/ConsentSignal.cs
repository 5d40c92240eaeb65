namespace MicroConvQA.Decoding;

/// <summary>What a hit says of consent, in the words of Google's consent mode; null = not said.</summary>
public sealed record ConsentSignal
{
    public bool? AdStorage { get; init; }

    public bool? AnalyticsStorage { get; init; }

    public bool? AdUserData { get; init; }

    public bool? AdPersonalization { get; init; }

    /// <summary>Whether it is there but says nothing of any purpose: the tag was configured before the consent default.</summary>
    public bool IsSilent => AdStorage is null && AnalyticsStorage is null && AdUserData is null && AdPersonalization is null;

    /// <summary>The states that are said, purpose by purpose.</summary>
    internal IEnumerable<ConsentStatement> States
    {
        get
        {
            List<(string Purpose, bool? Granted)> purposes =
            [
                ("analytics_storage", AnalyticsStorage),
                ("ad_storage", AdStorage),
                ("ad_user_data", AdUserData),
                ("ad_personalization", AdPersonalization),
            ];
            foreach (var (purpose, granted) in purposes)
            {
                if (granted is { } said)
                    yield return new ConsentStatement(null, purpose, said);
            }
        }
    }

    /// <summary>What was said by whom, of each purpose that the signal tells the history of; empty = it tells states only.</summary>
    public IReadOnlyList<ConsentHistory> History { get; init; } = [];

    /// <summary>What further fields of the hit say of the same purposes; in order they agree with the states.</summary>
    public IReadOnlyList<ConsentStatement> Besides { get; init; } = [];

    /// <summary>Whether the hit is only there to tell that the consent has changed (Google's <c>gcu=1</c>).</summary>
    public bool IsUpdate { get; init; }

    /// <summary>The signal as sent: <c>gcs=G111 gcd=13r3r3r3r5l1</c>, <c>asc=D</c>.</summary>
    public required string Raw { get; init; }
}
