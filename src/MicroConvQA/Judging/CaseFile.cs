using MicroConvQA.Attribution;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Judging.Consent;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;
using MicroConvQA.Recording;
using MicroConvQA.Source;

namespace MicroConvQA.Judging;

/// <summary>Everything that a walk is judged by: what was asked, what was seen and how the two were matched.</summary>
internal sealed class CaseFile
{
    public required JourneyRecording Recording { get; init; }

    public required Journey Journey { get; init; }

    public required ConversionDictionary Dictionary { get; init; }

    public required RunConfiguration Configuration { get; init; }

    public required IReadOnlyList<DecodedRequest> Traffic { get; init; }

    public required EventIndex Events { get; init; }

    public required MatchReport Match { get; init; }

    public required ConsentTimeline Consent { get; init; }

    public required NeverRules Never { get; init; }

    public required WalkClock Clock { get; init; }

    public required Tolerances Tolerances { get; init; }

    public required ConditionWords Words { get; init; }

    public required ShopperTexts Shopper { get; init; }

    /// <summary>What is known of variants of one walk; null = each is judged for itself.</summary>
    public JudgingMemory? Memory { get; init; }

    private readonly Lazy<ILookup<string, LedgerHit>> hitsAt;
    private readonly Lazy<ILookup<object?, LedgerHit>> leftoversOf;
    private readonly Lazy<ILookup<object?, LedgerHit>> copiesOf;
    private readonly Lazy<ILookup<string, Hit>> pushesOf;
    private readonly Lazy<ILookup<(int Step, string Conversion, string Destination), Claim>> claimsOf;

    public CaseFile()
    {
        hitsAt = new(() => Match!.Hits.ToLookup(hit => hit.Destination.Name));
        leftoversOf = new(() => Match!.Leftovers.ToLookup(FamilyOf, ReferenceEqualityComparer.Instance));
        copiesOf = new(() =>
            Match!
                .Hits.Where(hit => hit.Uncounted is Uncounted.SameEventId or Uncounted.Retry)
                .ToLookup(FamilyOf, ReferenceEqualityComparer.Instance)
        );
        pushesOf = new(() =>
            Traffic!.SelectMany(request => request.Hits).Where(hit => hit.Request.Transport == Transport.DataLayer).ToLookup(Events!.KeyOf)
        );
        claimsOf = new(() => Match!.Claims.Select(claim => claim.Claim).ToLookup(OneOf));
    }

    /// <summary>All hits of a destination, counted or not.</summary>
    public IEnumerable<LedgerHit> HitsAt(Destination destination) => hitsAt.Value[destination.Name];

    /// <summary>The hits of a claim's event and destination that no expectation needs.</summary>
    public IEnumerable<LedgerHit> LeftoversOf(Claim claim) => leftoversOf.Value[Events.FamilyOf(claim)];

    /// <summary>Copies and retries of a claim's event at its destination.</summary>
    public IEnumerable<LedgerHit> CopiesOf(Claim claim) => copiesOf.Value[Events.FamilyOf(claim)];

    /// <summary>Whether its step expects its conversion at its destination only once, so that it is plain which hit is meant.</summary>
    public bool IsOnlyOne(Claim claim) => claimsOf.Value[OneOf(claim)].Count() == 1;

    /// <summary>The data-layer pushes of a conversion.</summary>
    public IEnumerable<Hit> PushesOf(Conversion conversion) => pushesOf.Value[conversion.Name];

    /// <summary>Whether nobody knows the steps of the traffic, so that all of it is one.</summary>
    public bool IsWhole => Journey.Steps is [{ Id: English.Words.WholeStepId }];

    public string InStep(int step) => English.Words.InStep(Journey, step);

    /// <summary>The author's line of a step; before the first step the journey's own.</summary>
    public SourcePlace PlaceOf(int step) => step >= 0 && step < Journey.Steps.Count ? Journey.Steps[step].Place : Journey.Place;

    /// <summary>What the hit most likely is: among several conversions of one event the one whose rules it breaks least.</summary>
    public Conversion? ConversionOf(LedgerHit hit) => Events.ConversionsOf(hit.Destination, hit.Attributed.Hit).MinBy(hit.RuleFailures);

    private static (int, string, string) OneOf(Claim claim) => (claim.StepIndex, claim.Conversion.Name, claim.Destination.Name);

    private object? FamilyOf(LedgerHit hit) => Events.FamilyOf(hit.Destination, hit.Attributed.Hit);

    /// <summary>Whether a step lets a conversion fire without expecting it.</summary>
    public bool MayFire(Conversion conversion, int step) =>
        step >= 0 && step < Journey.Steps.Count && Journey.Steps[step].May.Contains(conversion.Name);

    /// <summary>Whether the author called an event noise.</summary>
    public bool IsIgnored(LedgerHit hit, Conversion? conversion) =>
        Journey
            .Ignore.Concat(Dictionary.Ignore)
            .Any(noise =>
                Glob.Matches(noise, hit.Attributed.Hit.Event) || (conversion is not null && Glob.Matches(noise, conversion.Name))
            );
}
