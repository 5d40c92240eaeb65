using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding;

/// <summary>
/// Google consent mode on the wire: <c>gcs</c> (two states), <c>gcd</c> (four states with their history), <c>npa</c> (no personalised ads)
/// and
/// <c>gcu</c> (the hit tells that the consent has changed). Google's Ads and Floodlight tags send the same. Source: real gtag.js runs, one
/// for each combination of commands.
/// </summary>
/// <remarks>
/// Not read, because what they say of consent cannot be told: <c>gcut</c> (which purposes changed; lists and sums of it are both seen),
/// <c>dma</c> and <c>dma_cps</c> (the region, and letters of services whose purposes are not documented), <c>pscdl</c> (a label of the
/// browser's).
/// </remarks>
internal static class GoogleConsent
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    private static readonly string[] Purposes = ["ad_storage", "analytics_storage", "ad_user_data", "ad_personalization"];

    private const int Denied = 2;
    private const int Granted = 3;

    /// <inheritdoc cref="Read(string, string, string, string)"/>
    public static ConsentSignal? Read(FieldList fields) => Read(fields["gcs"], fields["gcd"], fields["npa"], fields["gcu"]);

    /// <summary>Null where the hit says nothing of consent: the page does not use consent mode.</summary>
    public static ConsentSignal? Read(string? gcs, string? gcd, string? npa = null, string? gcu = null) =>
        gcs is null && gcd is null
            ? null
            : new ConsentSignal
            {
                AdStorage = History(gcd, 0) ?? State(gcs, 2),
                AnalyticsStorage = History(gcd, 1) ?? State(gcs, 3),
                AdUserData = History(gcd, 2),
                AdPersonalization = History(gcd, 3),
                History =
                [
                    .. Purposes
                        .Select(
                            (name, purpose) =>
                                Told(gcd, purpose) is { } told
                                    ? new ConsentHistory(name, told.Letter, Said((told.Digit >> 2) & 3), Said(told.Digit & 3))
                                    : null
                        )
                        .OfType<ConsentHistory>(),
                ],
                Besides = gcd is null ? [] : [.. Besides(gcs, npa, History(gcd, 3))],
                IsUpdate = gcu == "1",
                Raw =
                    gcs is null ? $"gcd={gcd}"
                    : gcd is null ? $"gcs={gcs}"
                    : $"gcs={gcs} gcd={gcd}",
            };

    /// <summary>
    /// What gcd leaves open no other field settles: a purpose of which no command spoke is granted by Google's default. And npa=1 has
    /// reasons beside consent (allow_ad_personalization_signals), so that only npa=0 says something.
    /// </summary>
    private static IEnumerable<ConsentStatement> Besides(string? gcs, string? npa, bool? adPersonalization)
    {
        if (State(gcs, 2) is { } ads)
            yield return new("gcs", Purposes[0], ads);
        if (State(gcs, 3) is { } analytics)
            yield return new("gcs", Purposes[1], analytics);
        if (npa == "0" && adPersonalization is not null)
            yield return new("npa", Purposes[3], true);
    }

    private static bool? State(string? gcs, int at) =>
        gcs is ['G', '1', _, _]
            ? gcs[at] switch
            {
                '1' => true,
                '0' => false,
                _ => null,
            }
            : null;

    /// <summary>
    /// The second digit of the purpose's pair is declare × 16 + default × 4 + update, each 1 unset, 2 denied, 3 granted; what was said last
    /// wins.
    /// </summary>
    private static bool? History(string? gcd, int purpose) =>
        Told(gcd, purpose) is { Digit: var digit } ? Said(digit & 3) ?? Said((digit >> 2) & 3) ?? Said((digit >> 4) & 3) : null;

    private static (char Letter, int Digit)? Told(string? gcd, int purpose) =>
        gcd is { Length: >= 9 } && gcd[0] == '1' && Digits.IndexOf(gcd[2 + (2 * purpose)]) is >= 0 and var digit
            ? (gcd[2 + (2 * purpose)], digit)
            : null;

    private static bool? Said(int state) =>
        state switch
        {
            Granted => true,
            Denied => false,
            _ => null,
        };
}
