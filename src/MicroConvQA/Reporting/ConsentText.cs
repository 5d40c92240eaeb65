using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Consent;
using MicroConvQA.Judging.English;

namespace MicroConvQA.Reporting;

/// <summary>What was held against a walk's consent, in sentences.</summary>
internal static class ConsentText
{
    /// <summary>Each consent of a walk with what came to each destination while it was in force.</summary>
    public static IReadOnlyList<(string Consent, IReadOnlyList<string> Destinations)> Of(JourneyVerdict verdict) =>
        [
            .. verdict
                .Consent.GroupBy(held => held.Consent)
                .Select(group => (Title(group.First()), (IReadOnlyList<string>)[.. group.Select(Line)])),
        ];

    private static string Title(HeldConsent held) =>
        $"consent '{held.Consent}', which grants {(held.Grants.Count == 0 ? "nothing" : string.Join(" and ", held.Grants.Select(Word)))}";

    private static string Line(HeldConsent held) => $"{held.Destination} {Needs(held)}: {Sent(held)}{Said(held)}";

    private static string Needs(HeldConsent held) =>
        held.Needs switch
        {
            Need.Nothing => "needs none",
            Need.ConsentMode => "by consent mode",
            var need => $"needs {Word(need)}, which it {(held.Grants.Contains(need) ? "grants" : "does not grant")}",
        };

    private static string Sent(HeldConsent held) =>
        (held.Hits, held.Stored) switch
        {
            (0, 0) => "nothing came",
            (var hits, 0) => Words.Count(hits, "hit"),
            (0, var stored) => $"no hit, {Words.Count(stored, "name")} stored",
            var (hits, stored) => $"{Words.Count(hits, "hit")}, {Words.Count(stored, "name")} stored",
        };

    private static string Said(HeldConsent held) => held.Signals.Count == 0 ? "" : $"; said: {string.Join(", or ", held.Signals)}";

    private static string Word(Need need) =>
        need switch
        {
            Need.Analytics => "analytics",
            Need.Ads => "ads",
            _ => throw new InvalidOperationException($"'{need}' is nothing that a consent grants"),
        };
}
