using MicroConvQA.Browser.Settling;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Decoding.DataLayer;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Browser.Walking;

/// <summary>
/// What a step waits for: the events that its expectations are sent as, at the destinations that the consent state allows.
/// </summary>
internal sealed class AwaitedSigns(Journey journey, ConversionDictionary dictionary, RunConfiguration configuration)
{
    private readonly EventIndex _events = new(dictionary, configuration.Destinations);
    private readonly bool _declaresDataLayer = configuration.Destinations.Any(destination => destination.Vendor == DataLayerMessage.Vendor);

    /// <param name="index">The step's.</param>
    /// <param name="consent">The consent in force.</param>
    /// <param name="variables">The walk's variables.</param>
    /// <param name="openVisits">The page visits that have not ended.</param>
    public IReadOnlyList<AwaitedConversion> Of(
        int index,
        ConsentPreset consent,
        IReadOnlyDictionary<string, JToken> variables,
        IReadOnlySet<int> openVisits
    )
    {
        var checks = new ParameterChecks(new ConditionEvaluator(new VariableValues(variables), _ => false), ShopperTexts.None);
        return
        [
            .. journey
                .Steps[index]
                .Expect.Select(expectation => Of(expectation, [.. Signs(expectation, consent)], index, checks, openVisits)),
        ];
    }

    private AwaitedConversion Of(
        Expectation expectation,
        List<(AwaitedEvent Event, DestinationEvent At)> signs,
        int index,
        ParameterChecks checks,
        IReadOnlySet<int> openVisits
    ) =>
        new()
        {
            Name = expectation.Conversion,
            Signs = [.. signs.Select(sign => sign.Event)],
            Times = expectation.Times.AtLeast,
            Within = expectation.Within ?? configuration.Settle.Within,
            IsMetBy = MetBy(expectation, signs, index, checks, openVisits),
        };

    private IEnumerable<(AwaitedEvent Event, DestinationEvent At)> Signs(Expectation expectation, ConsentPreset consent)
    {
        var events = dictionary.Find(expectation.Conversion)?.At ?? new Dictionary<string, DestinationEvent>();
        foreach (var destination in configuration.Destinations.Where(consent.Allows))
        {
            if (
                !events.TryGetValue(destination.Name, out var sent)
                || (expectation.Only.Count > 0 && !expectation.Only.Contains(destination.Name))
            )
                continue;
            var sign = new AwaitedEvent(destination.Vendor, sent.Event, destination.Account)
            {
                IsMeant = hit => IsOf(expectation, destination, hit),
                IsSentAtOnce = SendsAtOnce(destination.Vendor),
            };
            yield return (sign, sent);
            // A push of that name, or a gtag command, shows at once what a vendor holds back; it is no destination, and need not be there.
            if (!sign.IsSentAtOnce && !_declaresDataLayer)
                yield return (new AwaitedEvent(DataLayerMessage.Vendor, sent.Event, null), sent);
        }
    }

    private static bool SendsAtOnce(string vendor) =>
        StandardDecoders.All.Find(vendor)?.Vendor is { } profile && (profile.ReadsDataLayer || profile.SendDelay == TimeSpan.Zero);

    private bool IsOf(Expectation expectation, Destination destination, Hit hit) =>
        _events.ConversionsOf(destination, hit).Any(conversion => conversion.Name == expectation.Conversion);

    /// <summary>
    /// As the judge sees it: the dictionary's counting rule, where an earlier step expects the conversion and this one says nothing of how
    /// often.
    /// </summary>
    private Func<AwaitedEvent, Hit, bool>? MetBy(
        Expectation expectation,
        List<(AwaitedEvent Event, DestinationEvent At)> signs,
        int index,
        ParameterChecks checks,
        IReadOnlySet<int> openVisits
    )
    {
        var isExpectedBefore = journey
            .Steps.Take(index)
            .Any(step => step.Expect.Any(earlier => earlier.Conversion == expectation.Conversion));
        if (
            !isExpectedBefore
            || !expectation.IsCountedByRule
            || dictionary.Find(expectation.Conversion) is not { } conversion
            || !CanStand(conversion.Counting, expectation)
        )
            return null;
        var sent = signs.ToLookup(sign => (sign.Event.Vendor, sign.Event.Account, sign.Event.Event), sign => sign.At);
        return (sign, hit) =>
            (conversion.Counting != CountingRule.Page || (hit.Request.Visit is { } visit && openVisits.Contains(visit)))
            && checks
                .All(
                    new HitParameters(hit, sent[(sign.Vendor, sign.Account, sign.Event)].First(), (_, _) => null),
                    [],
                    expectation.Parameters
                )
                .All(check => check.Truth != Truth.Fails);
    }

    private static bool CanStand(CountingRule counting, Expectation expectation) =>
        counting switch
        {
            CountingRule.Action => false,
            CountingRule.Page or CountingRule.Session => true,
            // Which product is meant is known only where the journey names it.
            CountingRule.Product => expectation.NamesProduct,
            _ => throw new InvalidOperationException($"unknown counting rule {counting}"),
        };
}
