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

/// <summary>What a consent signal says of a purpose.</summary>
/// <param name="Field">The further field that says it: <c>gcs</c> or <c>npa</c>; null = the signal's state does.</param>
/// <param name="Purpose"><c>analytics_storage</c>, <c>ad_storage</c>, <c>ad_user_data</c> or <c>ad_personalization</c>.</param>
/// <param name="Granted">What it says.</param>
public sealed record ConsentStatement(string? Field, string Purpose, bool Granted);

/// <summary>How Google's consent mode came to a purpose's state.</summary>
/// <param name="Purpose"><c>analytics_storage</c>, <c>ad_storage</c>, <c>ad_user_data</c> or <c>ad_personalization</c>.</param>
/// <param name="Letter">The letter of <c>gcd</c> that says it.</param>
/// <param name="Default">What <c>gtag('consent', 'default', …)</c> said; null = nothing.</param>
/// <param name="Update">What <c>gtag('consent', 'update', …)</c> said; null = nothing.</param>
public sealed record ConsentHistory(string Purpose, char Letter, bool? Default, bool? Update);
