using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.PersonalData;

/// <summary>
/// Looks for the walk's made-up shopper in everything that left the page for somebody else: the identity is nobody else's, so that a match
/// is no accident. One finding for each place, however often it was sent.
/// </summary>
internal sealed class PersonalDataAudit
{
    private const int ShownEvents = 3;

    private readonly CaseFile file;
    private readonly PersonalSearch? search;
    private readonly OwnSite own;
    private readonly Lazy<Dictionary<Hit, LedgerHit>> entered;

    public PersonalDataAudit(CaseFile file)
    {
        this.file = file;
        own = new OwnSite(file.Recording);
        PersonalTraces Traces() => new(file.Recording.Variables);
        var traces = file.Memory?.OfWalk("personal traces", Traces) ?? Traces();
        search =
            traces.Count == 0 ? null : new PersonalSearch(traces, new PersonalPlaces(file.Recording.Visits, text => traces.MayBeIn(text)));
        entered = new(() =>
            file.Match.Hits.ToDictionary(hit => hit.Attributed.Hit, hit => hit, (IEqualityComparer<Hit>)ReferenceEqualityComparer.Instance)
        );
    }

    public IEnumerable<Finding> Findings()
    {
        if (search is null)
            return [];
        List<PersonalSighting> all =
        [
            .. file
                .Traffic.Where(IsForOthers)
                .SelectMany(request => file.Memory?.Of(request, "personal data", () => search.In(request)) ?? search.In(request)),
        ];
        List<PersonalSighting> pushed = [.. all.Where(IsPush)];
        List<PersonalSighting> sent = [.. all.Where(sighting => !IsPush(sighting) && !IsAllowed(sighting))];
        var said = sent.Select(sighting => sighting.Trace.Part).ToHashSet();
        return
        [
            .. Grouped(sent).Select(same => Of(same, pushed)),
            .. Grouped(pushed.Where(sighting => !said.Contains(sighting.Trace.Part) && !IsAllowed(sighting)))
                .Select(same => OfPush(same, all)),
            .. OfPages(said),
        ];
    }

    private IEnumerable<List<PersonalSighting>> Grouped(IEnumerable<PersonalSighting> sightings) =>
        sightings
            .GroupBy(sighting => (Receiver: ReceiverOf(sighting), sighting.Place.Kind, sighting.Trace.Part, sighting.Trace.Encoding))
            .SelectMany(same =>
                Repeated([
                    .. same.GroupBy(sighting => sighting.Place).Select(place => place.ToList()).OrderByDescending(place => place.Count),
                ])
            );

    /// <summary>
    /// Some tags say one thing in several parameters of an event: those go with the parameter that stands in all of the same events.
    /// </summary>
    private static IEnumerable<List<PersonalSighting>> Repeated(List<List<PersonalSighting>> places)
    {
        while (places.Count > 0)
        {
            var carriers = places[0].Select(CarrierOf).ToHashSet(ReferenceEqualityComparer.Instance);
            var repeats = places.Where(place => place.TrueForAll(sighting => carriers.Contains(CarrierOf(sighting)))).ToList();
            yield return [.. repeats.SelectMany(place => place)];
            places = [.. places.Except(repeats)];
        }
    }

    private static object CarrierOf(PersonalSighting sighting) => sighting.Hit is { } hit ? hit : sighting.Request;

    /// <summary>Every place that they stand at: <c>'ud.em' and 'aud.em'</c>.</summary>
    private static string PlacesOf(List<PersonalSighting> same) =>
        Words.List([.. same.Select(sighting => sighting.Place.Title).Distinct()]);

    private static string Carries(List<PersonalSighting> same, string one, string several) =>
        same.Select(sighting => sighting.Place).Distinct().Count() == 1 ? one : several;

    private Finding Of(List<PersonalSighting> same, List<PersonalSighting> pushed)
    {
        var (first, destination) = (same[0], DestinationOf(same[0]));
        var withoutConsent = destination is not null && MayCarry(destination, first);
        var source = pushed.Find(push => push.Trace.Part == first.Trace.Part);
        return About(same) with
        {
            Message =
                $"{Subject(same)}: {PlacesOf(same)} {Carries(same, "carries", "carry")} the shopper's {Named(first)}{(withoutConsent ? $", though consent '{ConsentOf(first).Name}' does not allow it" : "")}.",
            LikelyCause = CauseOf(first, source),
            NextMove = first.Place.Kind switch
            {
                PersonalPlaceKind.PageAddress or PersonalPlaceKind.Referrer =>
                    "Take it out of the address of the page: send the form by POST, or drop the parameter before any tag is loaded.",
                PersonalPlaceKind.PageTitle => "Take it out of the title of the page, which every tag reads.",
                _ when withoutConsent => $"Let the tag of {destination!.Title} add {PlacesOf(same)} only where consent to ads is given.",
                _ =>
                    $"Take {PlacesOf(same)} out of {(first.Hit is null ? "the request" : "the event")}; what a vendor has stored of a person is hard to take back.{Declared(first, destination)}",
            },
            IsWarning = IsOfUnknownParty(first.Request),
        };
    }

    private Finding OfPush(List<PersonalSighting> same, List<PersonalSighting> all)
    {
        var first = same[0];
        var isSent = all.Exists(sighting => !IsPush(sighting) && sighting.Trace.Part == first.Trace.Part);
        return About(same) with
        {
            Message =
                $"{Subject(same)}: {PlacesOf(same)} {Carries(same, "holds", "hold")} the shopper's {Named(first)}{(isSent ? "" : ", in the data layer only: no request carries it")}.",
            LikelyCause = Pushes,
            NextMove =
                $"Take {PlacesOf(same)} out of the push, because every tag of the page can read it there.{Declared(first, DestinationOf(first))}",
        };
    }

    /// <summary>The page's own address and title, where no request tells them on.</summary>
    private IEnumerable<Finding> OfPages(HashSet<PersonalPart> said) =>
        from visit in file.Recording.Visits
        where own.Has(visit.Url)
        from place in new[] { (Title: "address", Text: visit.Url), (Title: "title", Text: visit.Title ?? "") }
        from trace in search!.In(place.Text)
        where !said.Contains(trace.Part)
        group visit by (place.Title, trace.Part, trace.Encoding) into found
        let step = found.First().StepIndex
        select new Finding
        {
            Kind = FindingKind.PersonalData,
            Message =
                $"The {found.Key.Title} of a page holds the shopper's {found.Key.Part.Title}{found.Key.Encoding} {file.InStep(step)}; no request that was recorded carries it.",
            StepIndex = step,
            Place = file.PlaceOf(step),
            Expected = "no personal data",
            Found =
                $"the {found.Key.Part.Title} of the walk's made-up shopper in the {found.Key.Title} of {Words.Count(found.Count(), "page")}",
            LikelyCause =
                "The shop's own code puts it there; every script of the page, and every site that the page leads to, can read it.",
            NextMove =
                found.Key.Title == "address"
                    ? "Send the form by POST, or take the parameter out of the address before any tag is loaded."
                    : "Take it out of the title of the page.",
        };

    private Finding About(List<PersonalSighting> same)
    {
        var (first, destination) = (same[0], DestinationOf(same[0]));
        List<int> requests = [.. same.Select(sighting => sighting.Request.Request.Number).Distinct()];
        var hits = same.Select(EnteredOf).OfType<LedgerHit>().ToList();
        var step = hits.Count > 0 ? hits[0].StepIndex : first.Request.Request.StepIndex;
        return new Finding
        {
            Kind = FindingKind.PersonalData,
            Message = "",
            StepIndex = step,
            Place = file.PlaceOf(step),
            Conversion = hits.Select(file.ConversionOf).Distinct().ToList() is [{ } only] ? only.Name : null,
            Destination = destination?.Name,
            Expected = destination is { MayCarry.Count: > 0 }
                ? $"no personal data, but for {Words.List([.. destination.MayCarry.Select(PersonalDatumNames.Of)])} where consent is given"
                : "no personal data",
            Found =
                $"the {first.Trace.Part.Title} of the walk's made-up shopper{first.Trace.Encoding} in {PlacesOf(same)}, as {first.Excerpt} ({Words.Requests(requests)})",
            Requests = requests,
            NextMove = "",
        };
    }

    private const string Pushes = "The page hands what was typed, or the whole account, to its data layer.";

    private static string CauseOf(PersonalSighting first, PersonalSighting? source) =>
        first.Place.Kind switch
        {
            PersonalPlaceKind.PageAddress or PersonalPlaceKind.Referrer =>
                "It stands in the address of the page, which every tag sends along with each event.",
            PersonalPlaceKind.PageTitle => "It stands in the title of the page, which many tags send along.",
            _ when source is not null =>
                $"The data layer holds it as {source.Place.Title} (request {source.Request.Request.Number}), where every tag can read it.",
            _ when first.Trace.IsDigest => "The tag matches customers, or reads the page's form fields by itself.",
            _ => "The page hands what was typed, or the whole account, to its tags.",
        };

    private static string Declared(PersonalSighting sighting, Destination? destination) =>
        destination is not null && sighting.Trace.Datum is { } datum
            ? $" If {destination.Title} is meant to get it, say so by '{PersonalDatumNames.Of(datum)}' under 'mayCarry' of the destination '{destination.Name}'."
            : "";

    private static string Named(PersonalSighting sighting) => sighting.Trace.Part.Title + sighting.Trace.Encoding;

    private string Subject(List<PersonalSighting> same)
    {
        var receiver = ReceiverOf(same[0]);
        List<string> events = [.. same.Where(sighting => sighting.Hit is not null).Select(NameOf).Distinct()];
        return events.Count switch
        {
            0 => $"{receiver}, {Words.Requests([.. same.Select(sighting => sighting.Request.Request.Number).Distinct()])}",
            <= ShownEvents => $"{Words.List(events)} at {receiver}",
            _ => $"{string.Join(", ", events.Take(ShownEvents))} and {Words.Count(events.Count - ShownEvents, "more event")} at {receiver}",
        };
    }

    private string NameOf(PersonalSighting sighting) =>
        (EnteredOf(sighting) is { } hit ? file.ConversionOf(hit)?.Name : null) ?? sighting.Hit!.Event;

    /// <summary>What the shop's own server gets is no leak; what a vendor gets is, wherever it stands.</summary>
    private bool IsForOthers(DecodedRequest request) =>
        request.Vendor is not null || request.Request.Fate != RequestFate.LetThrough || !own.Has(request.Request.Url);

    /// <summary>A payment or an address service may be meant to get what was typed: nobody knows.</summary>
    private static bool IsOfUnknownParty(DecodedRequest request) =>
        request.Vendor is null && request.Request.Fate == RequestFate.LetThrough;

    private static bool IsPush(PersonalSighting sighting) => sighting.Request.Request.Transport == Transport.DataLayer;

    private bool IsAllowed(PersonalSighting sighting) =>
        DestinationOf(sighting) is { } destination
        && MayCarry(destination, sighting)
        && destination.Needs switch
        {
            Need.Nothing => true,
            Need.ConsentMode => ConsentOf(sighting).Grants.Contains(Need.Ads),
            _ => ConsentOf(sighting).Allows(destination),
        };

    private static bool MayCarry(Destination destination, PersonalSighting sighting) =>
        sighting.Trace.Datum is { } datum && destination.MayCarry.Contains(datum) && sighting.Place.Kind == PersonalPlaceKind.Parameter;

    private ConsentPreset ConsentOf(PersonalSighting sighting) => file.Consent.At(sighting.Request.Request.At);

    private LedgerHit? EnteredOf(PersonalSighting sighting) => sighting.Hit is { } hit ? entered.Value.GetValueOrDefault(hit) : null;

    private Destination? DestinationOf(PersonalSighting sighting) =>
        EnteredOf(sighting)?.Destination
        ?? (
            sighting.Hit is not null || sighting.Request.Vendor is not { } vendor
                ? null
                : file.Events.DestinationsOf(vendor).FirstOrDefault()
        );

    private string ReceiverOf(PersonalSighting sighting) =>
        DestinationOf(sighting)?.Title
        ?? (
            sighting.Request.Vendor is { } vendor
                ? StandardDecoders.All.Find(vendor)?.Vendor.Title ?? vendor
                : new RequestContent(sighting.Request.Request).Host
        );
}
