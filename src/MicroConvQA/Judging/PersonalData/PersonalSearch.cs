using MicroConvQA.Decoding;

namespace MicroConvQA.Judging.PersonalData;

/// <summary>
/// Looks for the walk's made-up shopper in one request: a quick look at its bytes, and only where that finds something a close one for the
/// place.
/// </summary>
internal sealed class PersonalSearch(PersonalTraces traces, PersonalPlaces places)
{
    private const int ShownLetters = 2;

    // As it is, and percent-encoded once and twice.
    private const int MostSpellings = 3;

    /// <summary>What stands in the request, each fact at each of its places once.</summary>
    public IReadOnlyList<PersonalSighting> In(DecodedRequest request)
    {
        if (!MayHold(request))
            return [];
        List<PersonalSighting> found = [.. request.Hits.SelectMany(hit => At(places.Of(hit), request, hit))];
        found.AddRange(New(found, At(places.Of(request.Request), request, null)));
        if (found.Count == 0)
            found.AddRange(At(PersonalPlaces.Whole(request.Request), request, null));
        return [.. Proving(found).DistinctBy(sighting => (sighting.Hit, sighting.Place, sighting.Trace.Part, sighting.Trace.Encoding))];
    }

    /// <summary>The traces in a text that is no request's.</summary>
    public IEnumerable<PersonalTrace> In(string text) =>
        Seen(text).Select(seen => seen.Trace).Where(trace => trace.Form.Half == NameHalf.None);

    private bool MayHold(DecodedRequest request) =>
        PersonalPlaces.AsSent(request.Request).Any(text => traces.MayBeIn(text))
        || request.Hits.Any(hit => PersonalPlaces.Decoded(hit).Any(text => traces.MayBeIn(text)));

    /// <summary>What a decoder has named is not said again by the name that it has on the wire.</summary>
    private static List<PersonalSighting> New(List<PersonalSighting> known, IEnumerable<PersonalSighting> more)
    {
        var facts = known.Select(sighting => sighting.Fact).ToHashSet();
        List<PersonalSighting> fresh = [.. more.Where(sighting => !facts.Contains(sighting.Fact))];
        // The browser adds the page's address by itself: it is told only where nothing else in the request says it.
        return
        [
            .. fresh.Where(sighting =>
                sighting.Place.Kind != PersonalPlaceKind.Referrer
                || !fresh.Exists(other => other.Fact == sighting.Fact && other.Place.Kind != PersonalPlaceKind.Referrer)
            ),
        ];
    }

    private IEnumerable<PersonalSighting> At(IEnumerable<(PersonalPlace Place, string Text)> texts, DecodedRequest request, Hit? hit) =>
        from place in texts
        from seen in Seen(place.Text)
        select new PersonalSighting(request, hit, place.Place, seen.Trace, seen.Excerpt);

    // The most decoded spelling goes first: in an encoded mail address a name would be found and the address not.
    private List<(PersonalTrace Trace, string Excerpt)> Seen(string text) =>
        Enumerable
            .Reverse(Spellings(text))
            .Select(spelling =>
                traces.In(spelling).Select(seen => (seen.Trace, Masked(spelling.Substring(seen.Place, seen.Trace.Text.Length)))).ToList()
            )
            .FirstOrDefault(found => found.Count > 0)
        ?? [];

    private static List<string> Spellings(string text)
    {
        List<string> spellings = [text];
        while (spellings.Count < MostSpellings && Uri.UnescapeDataString(spellings[^1]) is var decoded && decoded != spellings[^1])
            spellings.Add(decoded);
        return spellings;
    }

    /// <summary>First and last name are common words: one without the other proves nothing.</summary>
    private static IEnumerable<PersonalSighting> Proving(List<PersonalSighting> found)
    {
        var halves = found.Where(sighting => sighting.Trace.Form.Half != NameHalf.None).ToList();
        var whole = found.Where(sighting => sighting.Trace.Form.Half == NameHalf.None).ToList();
        foreach (var sighting in whole)
            yield return sighting;
        var (first, last) = (
            halves.Find(sighting => sighting.Trace.Form.Half == NameHalf.First),
            halves.Find(sighting => sighting.Trace.Form.Half == NameHalf.Last)
        );
        if (first is not null && last is not null && !whole.Exists(sighting => sighting.Trace.Part == PersonalPart.Name))
            yield return first.Place == last.Place
                ? first
                : first with
                {
                    Place = new(first.Place.Kind, $"{first.Place.Title} with {last.Place.Title}"),
                };
    }

    private static string Masked(string text) => $"{text[..ShownLetters]}…{text[^ShownLetters..]}";
}
