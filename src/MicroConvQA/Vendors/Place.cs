using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MicroConvQA.Vendors;

/// <summary>Where a value stands in a request.</summary>
/// <param name="Root">The part of the request.</param>
/// <param name="Name">The field's name or the dotted path in that part; empty = the part as a whole.</param>
internal sealed record Place(PlaceRoot Root, string Name)
{
    public const char Wildcard = '*';

    /// <summary>The last segment of a path.</summary>
    public const string Last = "last";

    /// <summary>The header's name that stands for the user of Basic authentication.</summary>
    public const string BasicUser = "authorization.user";

    /// <summary>Places as a regular expression, for JSON Schemas; one place, without a wildcard.</summary>
    public const string Form = @"^(host|method|path(\.([1-9][0-9]?|last))?|(body|entry)(\.[^*]+)?|(query|form|field|header)\.[^*]+)$";

    /// <summary>Places of one field of a query or form.</summary>
    public const string FieldForm = @"^(query|form|field)\.[^*]+$";

    public const string PatternForm = @"^(body|entry|query|form|field)\.[^*]*\*[^*]*$";

    public static IReadOnlyDictionary<string, PlaceRoot> Roots { get; } =
        Enum.GetValues<PlaceRoot>().ToDictionary(root => root.ToString().ToLowerInvariant());

    /// <summary>Whether it stands for all fields whose names fit.</summary>
    public bool IsPattern => Name.Contains(Wildcard);

    public bool IsInBody => Root is PlaceRoot.Form or PlaceRoot.Field or PlaceRoot.Body or PlaceRoot.Entry;

    public static bool TryParse(string text, [NotNullWhen(true)] out Place? place)
    {
        var dot = text.IndexOf('.');
        var (root, name) = dot < 0 ? (text, "") : (text[..dot], text[(dot + 1)..]);
        place = Roots.TryGetValue(root, out var known) && IsName(known, name, dot >= 0) ? new Place(known, name) : null;
        return place is not null;
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => Root.ToString().ToLowerInvariant() + (Name.Length == 0 ? "" : $".{Name}");

    private static bool IsName(PlaceRoot root, string name, bool isStated) =>
        root switch
        {
            PlaceRoot.Host or PlaceRoot.Method => !isStated,
            PlaceRoot.Path => !isStated
                || name == Last
                || (
                    name.Length <= 2
                    && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                    && at > 0
                    && name[0] != '0'
                ),
            PlaceRoot.Body or PlaceRoot.Entry => !isStated || IsOfName(name),
            PlaceRoot.Header => name.Length > 0 && !name.Contains(Wildcard),
            _ => IsOfName(name),
        };

    private static bool IsOfName(string name) => name.Length > 0 && name.IndexOf(Wildcard) == name.LastIndexOf(Wildcard);
}

/// <summary>The parts of a request in which a value may stand.</summary>
internal enum PlaceRoot
{
    Query,
    Form,

    /// <summary>The query or else the form, for vendors that send the same fields either way.</summary>
    Field,
    Body,

    /// <summary>One entry of the list that the body carries; the body itself where there is no such list.</summary>
    Entry,
    Header,
    Path,
    Host,
    Method,
}
