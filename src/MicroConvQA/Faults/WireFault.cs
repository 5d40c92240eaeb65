using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Faults;

/// <summary>
/// A tracking fault that is put into a walk's requests on their way, before anything of ours has read them: what is captured is what a page
/// with that fault would have sent. It does the same to every hit of one conversion at one destination, so it keeps nothing in mind.
/// </summary>
internal sealed class WireFault
{
    private static readonly Dictionary<WireFaultKind, FindingKind[]> Signs = new()
    {
        [WireFaultKind.Drop] = [FindingKind.Missing],
        [WireFaultKind.Double] = [FindingKind.Duplicate],
        [WireFaultKind.Rename] = [FindingKind.Missing],
        [WireFaultKind.DropParameter] = [FindingKind.MissingParameter],
        [WireFaultKind.ChangeValue] = [FindingKind.WrongParameter, FindingKind.Inconsistent],
        [WireFaultKind.WrongCurrency] = [FindingKind.WrongParameter, FindingKind.Inconsistent],
    };

    private readonly TrafficDecoder decoder;
    private readonly EventIndex events;
    private readonly Destination destination;
    private readonly Conversion conversion;
    private readonly int choice;
    private readonly WireFault? also;

    private WireFault(
        WireFaultKind kind,
        Conversion conversion,
        Destination destination,
        int choice,
        TrafficDecoder decoder,
        EventIndex events
    ) =>
        (Kind, this.conversion, this.destination, this.choice, this.decoder, this.events) = (
            kind,
            conversion,
            destination,
            choice,
            decoder,
            events
        );

    private WireFault(WireFault first, WireFault second) =>
        (Kind, conversion, destination, choice, decoder, events, also) = (
            first.Kind,
            first.conversion,
            first.destination,
            first.choice,
            first.decoder,
            first.events,
            second
        );

    public WireFaultKind Kind { get; }

    /// <summary>The conversion whose hits it is put into.</summary>
    public string Conversion => conversion.Name;

    /// <summary>The name of the destination whose hits it is put into.</summary>
    public string Destination => destination.Name;

    /// <summary>What it does, in words.</summary>
    public string What => $"{conversion.Name} at {destination.Title} {Deed}{(also is null ? "" : $" and {also.What}")}";

    /// <summary>Every fault that can be put into what a journey expects in a consent state.</summary>
    public static IReadOnlyList<WireFault> AllFor(
        Journey journey,
        ConsentPreset consent,
        ConversionDictionary dictionary,
        RunConfiguration configuration
    ) => AllFor(journey, consent, dictionary, configuration, 0);

    /// <summary>
    /// One fault of those that can be put into what a journey expects, always the same for the same seed; null = the journey expects
    /// nothing on the wire.
    /// </summary>
    public static WireFault? Seeded(
        int seed,
        Journey journey,
        ConsentPreset consent,
        ConversionDictionary dictionary,
        RunConfiguration configuration
    )
    {
        var random = new Random(seed);
        var all = AllFor(journey, consent, dictionary, configuration, random.Next());
        return all.Count == 0 ? null : all[random.Next(all.Count)];
    }

    /// <summary>Whether a finding is of this fault.</summary>
    public bool IsFoundBy(Finding finding) =>
        finding.Conversion == Conversion && finding.Destination == Destination && Signs[Kind].Contains(finding.Kind);

    /// <summary>This fault, and another one in the same walk.</summary>
    public WireFault With(WireFault other) => new(this, other);

    /// <summary>What becomes of a request on its way: itself, changed, nothing, or itself and a second one.</summary>
    public IReadOnlyList<CapturedRequest> On(CapturedRequest request) =>
        also is null ? Alone(request) : [.. Alone(request).SelectMany(also.On)];

    private CapturedRequest[] Alone(CapturedRequest request)
    {
        var decoded = decoder.Decode(request);
        IReadOnlyList<DecodedRequest> passed = [decoded];
        for (var line = decoded.Hits.Count - 1; line >= 0; line--)
            if (IsMeant(decoded.Hits[line]))
                passed = [.. On(Carried(passed.Count == 0 ? decoded : passed[0], line)), .. passed.Skip(1)];
        return [.. passed.Select(one => one.Request)];
    }

    private static List<WireFault> AllFor(
        Journey journey,
        ConsentPreset consent,
        ConversionDictionary dictionary,
        RunConfiguration configuration,
        int choice
    )
    {
        var (decoder, events) = (TrafficDecoder.For(configuration), new EventIndex(dictionary, configuration.Destinations));
        var expected = journey.Steps.SelectMany(step => step.Expect).Where(one => one.Times.AtLeast > 0);
        var onTheWire = configuration.Destinations.Where(at => !StandardDecoders.ReadsDataLayer(at) && consent.Allows(at)).ToList();
        return
        [
            .. from expectation in expected.DistinctBy(one => one.Conversion)
            let conversion = dictionary.Find(expectation.Conversion)!
            from destination in onTheWire.Where(destination => conversion.At.ContainsKey(destination.Name))
            where expectation.Only.Count == 0 || expectation.Only.Contains(destination.Name)
            from kind in Enum.GetValues<WireFaultKind>()
            where IsFault(kind, expectation, conversion, conversion.At[destination.Name])
            select new WireFault(kind, conversion, destination, choice, decoder, events),
        ];
    }

    private static bool IsFault(WireFaultKind kind, Expectation expectation, Conversion conversion, DestinationEvent at)
    {
        var sent = conversion.Parameters.Where(rule => rule.Required && !at.NotSent.Contains(rule.Name)).ToList();
        return kind switch
        {
            WireFaultKind.Drop or WireFaultKind.Rename => true,
            WireFaultKind.Double => expectation.Times.AtMost is not null
                && (conversion.Counting == CountingRule.Action || !expectation.IsCountedByRule),
            WireFaultKind.DropParameter => sent.Count > 0,
            WireFaultKind.ChangeValue => sent.Exists(rule => rule.Type == ParameterType.Money),
            WireFaultKind.WrongCurrency => sent.Exists(rule => rule.Type == ParameterType.Currency),
            _ => throw new InvalidOperationException($"unknown kind {kind}"),
        };
    }

    private bool IsMeant(Hit hit) =>
        hit.Role == HitRole.Event
        && events.DestinationOf(hit)?.Name == destination.Name
        && events.ConversionsOf(destination, hit).Any(one => one.Name == conversion.Name);

    private IEnumerable<DecodedRequest> On(CarriedHit target)
    {
        var rewriter = new RequestRewriter(decoder);
        return Kind switch
        {
            WireFaultKind.Drop => target.IsInBatch ? [rewriter.Drop(target) ?? target.Carrier] : [],
            WireFaultKind.Double => Copy(rewriter, target) is { } copy ? [target.Carrier, copy] : [target.Carrier],
            WireFaultKind.Rename => [Changed(target, rewriter.Name(target, $"{target.Hit.Event}_old"))],
            WireFaultKind.DropParameter => [Changed(target, First(Required(target), label => rewriter.Remove(target, label)))],
            WireFaultKind.ChangeValue => [Changed(target, Other(rewriter, target, ParameterType.Money, OtherValue.Than))],
            WireFaultKind.WrongCurrency => [Changed(target, Other(rewriter, target, ParameterType.Currency, OtherValue.ThanCurrency))],
            _ => throw new InvalidOperationException($"unknown kind {Kind}"),
        };
    }

    /// <summary>A request of which only the hit is left, under another event id.</summary>
    private DecodedRequest? Copy(RequestRewriter rewriter, CarriedHit target)
    {
        var alone = target.Carrier;
        for (var line = alone.Hits.Count - 1; line >= 0 && alone is not null; line--)
            if (line != target.Hit.Line)
                alone = rewriter.Drop(Carried(alone, line));
        if (alone is null || target.Hit.EventId is not { } id)
            return alone;
        var copy = rewriter.SetFact(Carried(alone, 0), id, OtherValue.Than(id), after => after.EventId is not null && after.EventId != id);
        return copy?.Carrier;
    }

    private CarriedHit? Other(RequestRewriter rewriter, CarriedHit target, ParameterType type, Func<JToken, JToken> other) =>
        First(target.LabelsOf(type), label => rewriter.Set(target, label, other(target.View.Find(label)!)));

    /// <summary>The first of the labels, from the chosen one on, at which the change can be made.</summary>
    private CarriedHit? First(IEnumerable<string> labels, Func<string, CarriedHit?> change)
    {
        List<string> all = [.. labels];
        return Enumerable
            .Range(0, all.Count)
            .Select(place => change(all[(place + choice) % all.Count]))
            .FirstOrDefault(changed => changed is not null);
    }

    private IEnumerable<string> Required(CarriedHit target) =>
        target.Labels.Where(label => conversion.Parameters.Any(rule => rule.Required && rule.Name == label));

    private static DecodedRequest Changed(CarriedHit target, CarriedHit? changed) => changed?.Carrier ?? target.Carrier;

    private CarriedHit Carried(DecodedRequest carrier, int line) =>
        new()
        {
            Conversion = conversion,
            Destination = destination,
            Carrier = carrier,
            Hit = carrier.Hits[line],
            View = new HitView(carrier.Hits[line], conversion, conversion.At[destination.Name]),
        };

    private string Deed =>
        Kind switch
        {
            WireFaultKind.Drop => "is lost",
            WireFaultKind.Double => "is sent twice",
            WireFaultKind.Rename => "is sent under another name",
            WireFaultKind.DropParameter => "lacks a parameter",
            WireFaultKind.ChangeValue => "has another amount",
            WireFaultKind.WrongCurrency => "has another currency",
            _ => throw new InvalidOperationException($"unknown kind {Kind}"),
        };
}
