using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Judging.English;
using MicroConvQA.Matching;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.Consent;

/// <summary>
/// Says what was held against what: each destination in each consent of the walk, in the order in which they were in force.
/// </summary>
internal sealed class ConsentBalance(CaseFile file)
{
    /// <summary>Empty where no destination needs consent.</summary>
    public IReadOnlyList<HeldConsent> All() =>
        file.Configuration.Destinations.All(destination => destination.Needs == Need.Nothing)
            ? []
            :
            [
                .. file.Consent.InForce.SelectMany(consent =>
                    file.Configuration.Destinations.Select(destination => Of(consent, destination))
                ),
            ];

    private HeldConsent Of(ConsentPreset consent, Destination destination)
    {
        List<LedgerHit> hits =
        [
            .. file.HitsAt(destination).Where(hit => IsSent(hit.Attributed.Hit.Request) && IsIn(consent, hit.Attributed.Hit.Request.At)),
        ];
        return new()
        {
            Consent = consent.Name,
            Grants = [.. consent.Grants.Order()],
            Destination = destination.Title,
            Needs = destination.Needs,
            Hits = hits.Count,
            Stored = file
                .Recording.Stored.Where(look => IsIn(consent, look.At))
                .Sum(look => look.Appeared.Count(stored => StorageAudit.IsOf(stored, destination))),
            // What the page tells its tags is no statement to anybody else.
            Signals =
            [
                .. hits.Where(hit => hit.Attributed.Hit.Request.Transport != Transport.DataLayer)
                    .Select(hit => hit.Attributed.Hit.Consent)
                    .OfType<ConsentSignal>()
                    .Select(Said)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ],
        };
    }

    private bool IsIn(ConsentPreset consent, TimeSpan moment) => file.Consent.At(moment).Name == consent.Name;

    private static bool IsSent(CapturedRequest request) => request.Fate != RequestFate.NotDelivered;

    private static string Said(ConsentSignal signal)
    {
        var parts = new[] { (Granted: true, Word: "granted"), (Granted: false, Word: "denied") }
            .Select(state =>
                (state.Word, Names: signal.States.Where(one => one.Granted == state.Granted).Select(one => one.Purpose).ToList())
            )
            .Where(state => state.Names.Count > 0)
            .Select(state => $"{Words.List(state.Names)} {state.Word}")
            .ToList();
        return parts.Count == 0 ? "nothing of any purpose" : string.Join("; ", parts);
    }
}
