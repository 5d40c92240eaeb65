using System.Text.RegularExpressions;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Vendors;

/// <summary>The kinds of values that only declarations of vendors have.</summary>
internal static class VendorKinds
{
    private const int LongestEndpoint = 300;

    private static readonly KeyForm s_placeForm = new(Place.Form, "a place in the request such as query.ev or entry.name");
    private static readonly Key<string> s_always = Key.Required("always", Kinds.Text, "A text that is not in the request.");
    private static readonly Key<bool> s_there = Key.Required("there", Kinds.Boolean, "Whether something must stand there.");

    private static readonly Shape s_fixed = new()
    {
        Name = "fixed value",
        Title = "a fixed value",
        KeyNoun = "key of a fixed value",
        Keys = [s_always],
    };
    private static readonly Shape s_presence = new()
    {
        Name = "presence",
        Title = "a presence",
        KeyNoun = "key of a presence",
        Keys = [s_there],
    };

    /// <summary>One place, or several of which the first that holds something counts; the last may be a fixed text.</summary>
    public static ValueKind<IReadOnlyList<ValueSource>> Sources { get; } =
        Kinds.OneOrMore(
            Kinds.Either(
                "a place in the request or {always: a text}",
                PlaceKind.One.Select(place => new ValueSource(place)),
                Kinds.Object<ValueSource>(s_fixed, (found, _) => found.Get(s_always) is { } text ? new ValueSource(null, text) : null)
            ),
            "places",
            least: 1
        );

    /// <summary>Values that must stand at places, all of them.</summary>
    public static ValueKind<IReadOnlyList<PlaceCondition>> Where { get; } =
        Kinds
            .Map(
                "places with what must stand there",
                s_placeForm,
                Kinds.Either(
                    "a value, a list of values or {there: true}",
                    Kinds.Object<Held>(s_presence, (found, _) => found.GetValue(s_there) is { } isThere ? new Held([], isThere) : null),
                    Kinds.OneOrMore(Kinds.Written, "values", least: 1).Select(values => new Held(values, true))
                )
            )
            .Select(entries => (IReadOnlyList<PlaceCondition>)[.. entries.Select(Condition).OfType<PlaceCondition>()]);

    /// <summary>Fields with how their text is encoded.</summary>
    public static ValueKind<IReadOnlyList<MapEntry<TextEncoding>>> Encodings { get; } =
        Kinds.Map(
            "fields with encodings",
            new KeyForm(Place.FieldForm, "a field of the request such as query.ev"),
            Kinds.Choice(TextEncodings.Names)
        );

    /// <summary>Endpoints that carry hits.</summary>
    public static ValueKind<EndpointDeclaration> Endpoint { get; } = EndpointOf(carriesHits: true);

    /// <summary>Endpoints that carry none.</summary>
    public static ValueKind<EndpointDeclaration> SilentEndpoint { get; } = EndpointOf(carriesHits: false);

    private static ValueKind<EndpointDeclaration> EndpointOf(bool carriesHits) =>
        new ScalarKind<string>(
            "a host and path such as 'www.example.com/collect', '*.example.com/v1/*' or '*/**/collect'",
            new JObject { ["type"] = "string", ["pattern"] = EndpointDeclaration.Form },
            (SourceScalar scalar, out string? value) => (value = IsEndpoint(scalar) ? scalar.Text : null) is not null
        )
            .Select((text, node, _) => EndpointDeclaration.Parse(text, carriesHits, node.Place))
            .Also(RefuseVague);

    private static bool IsEndpoint(SourceScalar scalar) =>
        scalar is { IsText: true, Text.Length: <= LongestEndpoint }
        && Regex.IsMatch(scalar.Text, EndpointDeclaration.Form, RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>On any host the last segment is what a request is looked up by.</summary>
    private static void RefuseVague(EndpointDeclaration endpoint, SourceNode node, ReadScope scope)
    {
        if (endpoint.Host == EndpointDeclaration.AnyHost && endpoint.Path is [.., '*'] or "/")
            scope.Problems.Add(
                node.Place,
                $"'{endpoint}' is too wide: on any host a path must end in a fixed segment, such as '*/**/collect'."
            );
    }

    public static IReadOnlyDictionary<Place, TextEncoding> EncodingsOf(IReadOnlyList<MapEntry<TextEncoding>> entries)
    {
        var encodings = new Dictionary<Place, TextEncoding>();
        foreach (var entry in entries)
            if (Place.TryParse(entry.Key.Text, out var place))
                encodings[place] = entry.Value;
        return encodings;
    }

    private static PlaceCondition? Condition(MapEntry<Held> entry) =>
        Place.TryParse(entry.Key.Text, out var place) ? new PlaceCondition(place, entry.Value.Values, entry.Value.IsThere) : null;

    private sealed record Held(IReadOnlyList<string> Values, bool IsThere);
}
