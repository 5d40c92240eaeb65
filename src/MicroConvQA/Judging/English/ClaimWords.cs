using MicroConvQA.Matching;

namespace MicroConvQA.Judging.English;

/// <summary>The phrases that all findings about an expectation share.</summary>
internal static class ClaimWords
{
    /// <summary>Whose finding it is: <c>purchase at GA4</c>.</summary>
    public static string At(Claim claim) => $"{claim.Conversion.Name} at {claim.Destination.Title}";

    public static string Fired(int times) => times == 0 ? "never fired" : $"fired {Words.Times(times)}";

    public static string Expected(Claim claim) => $"'{claim.At.Event}' {claim.Expectation.Times}";

    /// <summary>Hits with their requests and times: <c>2 hits: request 4 at 1.2 s and request 9 at 3 s</c>.</summary>
    public static string Described(IEnumerable<LedgerHit> hits)
    {
        var all = hits.ToList();
        return $"{Words.Count(all.Count, "hit")}: {Words.List([.. all.Take(6).Select(One)])}";
    }

    private static string One(LedgerHit hit) => $"request {hit.Request} at {Words.Seconds(hit.Attributed.Hit.Request.At)}";
}
