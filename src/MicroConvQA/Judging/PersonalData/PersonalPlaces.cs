using System.Globalization;
using System.Text;
using MicroConvQA.Decoding;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Judging.PersonalData;

/// <summary>
/// All places of a request where something of a person can stand, each with its text; what no decoder reads is taken apart by its form
/// alone.
/// </summary>
internal sealed class PersonalPlaces
{
    private const int Deepest = 5;
    private const string Entry = "entry.";
    private const string ThePath = "the address of the request";
    private const string TheBody = "the body of the request";

    private readonly Func<string, bool> isWorthALook;
    private readonly HashSet<string> titles;
    private readonly HashSet<string> addresses;

    /// <param name="visits">The pages that the shopper saw.</param>
    /// <param name="isWorthALook">Whether a text may hold something; of others nothing is told.</param>
    public PersonalPlaces(IReadOnlyList<PageVisit> visits, Func<string, bool> isWorthALook)
    {
        this.isWorthALook = isWorthALook;
        titles = [.. visits.Select(visit => visit.Title).Where(title => !string.IsNullOrWhiteSpace(title)).OfType<string>()];
        addresses = [.. visits.Select(visit => visit.Url)];
    }

    /// <summary>The texts as they were sent, for a first look; a part that cannot be read as text is taken byte by byte.</summary>
    public static IEnumerable<string> AsSent(CapturedRequest request)
    {
        yield return request.Url;
        if (Referrer(request) is { } referrer)
            yield return referrer;
        if (request.Body.Length > 0)
            yield return BodyOf(new RequestContent(request));
    }

    /// <summary>The values of a hit that its decoder made, without what stands in the request as it is.</summary>
    public static IEnumerable<string> Decoded(Hit hit) =>
        Leaves(hit.Parameters).Concat(hit.Items.SelectMany(Leaves)).Select(TextOf).Append(hit.PageUrl ?? "");

    /// <summary>The places of a hit under its parameters' names.</summary>
    public IEnumerable<(PersonalPlace Place, string Text)> Of(Hit hit)
    {
        if (hit.PageUrl is { } page && hit.Request.Transport != Transport.DataLayer && isWorthALook(page))
            yield return (PersonalPlace.PageAddress, page);
        foreach (var leaf in Leaves(hit.Parameters).Where(IsWorthALook))
            yield return (
                Named(
                    leaf.Path.StartsWith($"{WireFields.Name}.", StringComparison.Ordinal)
                        ? leaf.Path[(WireFields.Name.Length + 1)..]
                        : leaf.Path,
                    TextOf(leaf),
                    hit.PageUrl
                ),
                TextOf(leaf)
            );
        foreach (var (item, index) in hit.Items.Select((item, index) => (item, index)))
        foreach (var leaf in Leaves(item).Where(IsWorthALook))
            yield return (PersonalPlace.Of($"items[{index}].{leaf.Path}"), TextOf(leaf));
    }

    /// <summary>The places of a request under the names that stand in it.</summary>
    public IEnumerable<(PersonalPlace Place, string Text)> Of(CapturedRequest request)
    {
        var isPush = request.Transport == Transport.DataLayer;
        var content = new RequestContent(request);
        if (!isPush)
        {
            yield return (new(PersonalPlaceKind.Request, ThePath), content.Path);
            foreach (var (name, text) in Readable(() => content.Query).SelectMany(field => Inner(field.Name, field.Value, 0)))
                yield return (Named(name, text, null), text);
            if (Referrer(request) is { } referrer)
                yield return (PersonalPlace.Referrer, referrer);
        }
        foreach (var (name, text) in InBody(content))
            yield return (
                Named(isPush && name.StartsWith(Entry, StringComparison.Ordinal) ? name[Entry.Length..] : name, text, null),
                text
            );
    }

    /// <summary>The request as a whole, where its parts do not show it.</summary>
    public static IEnumerable<(PersonalPlace Place, string Text)> Whole(CapturedRequest request) =>
        [
            .. request.Transport == Transport.DataLayer
                ? []
                : new[] { (new PersonalPlace(PersonalPlaceKind.Request, ThePath), request.Url) },
            (new(PersonalPlaceKind.Request, TheBody), BodyOf(new RequestContent(request))),
        ];

    private PersonalPlace Named(string name, string text, string? page) =>
        page is not null && text == page ? PersonalPlace.PageAddress
        : addresses.Contains(text)
            ? IsReferrer(name) ? PersonalPlace.Referrer
                : PersonalPlace.PageAddress
        : titles.Contains(text) ? PersonalPlace.PageTitle
        : PersonalPlace.Of(name);

    /// <summary>Vendors call it dr, ref, urlref, referrer, rl, r …</summary>
    private static bool IsReferrer(string name) =>
        name.Split('.')[^1] is "dr" or "r" or "rl" or "lr" || name.Contains("ref", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<(string Name, string Text)> InBody(RequestContent content)
    {
        var body = BodyOf(content);
        if (body.Length == 0)
            return [];
        if (BoundedJson.LooksLikeJson(body))
            return Readable(() => BoundedJson.ParseAll(body)).SelectMany(Leaves).SelectMany(leaf => Inner(leaf.Path, TextOf(leaf), 1));
        return body.Contains('=', StringComparison.Ordinal)
            ? FieldsOf(content, body).SelectMany(field => Inner(field.Name, field.Value, 0))
            : Inner(TheBody, body, 0);
    }

    private static IEnumerable<Field> FieldsOf(RequestContent content, string body) =>
        MultipartForm.IsMultipart(body)
            ? Readable(() => content.Form)
            : body.Split('\n').SelectMany(line => Readable(() => FieldList.Parse(line.Trim())));

    /// <summary>JSON within a field, as it is or in base64, is taken apart too.</summary>
    private IEnumerable<(string Name, string Text)> Inner(string name, string text, int depth)
    {
        if (!isWorthALook(text))
            return [];
        if (
            depth < Deepest
            && (
                BoundedJson.LooksLikeJson(text) ? text
                : Base64Text.TryDecode(text, out var decoded) && BoundedJson.LooksLikeJson(decoded) ? decoded
                : null
            )
                is { } json
        )
        {
            var leaves = Readable(() => BoundedJson.ParseAll(json)).SelectMany(Leaves).ToList();
            if (leaves.Count > 0)
                return leaves.SelectMany(leaf => Inner($"{name}.{leaf.Path}", TextOf(leaf), depth + 1));
        }
        return [(name, text)];
    }

    private static IEnumerable<JValue> Leaves(JToken token) =>
        token is JContainer container ? container.Descendants().OfType<JValue>().Where(IsText)
        : token is JValue value && IsText(value) ? [value]
        : [];

    private bool IsWorthALook(JValue leaf) => isWorthALook(TextOf(leaf));

    private static bool IsText(JValue value) => value.Type is JTokenType.String or JTokenType.Integer;

    private static string TextOf(JValue value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Referrer(CapturedRequest request) => new RequestContent(request).Header("referer");

    private static string BodyOf(RequestContent content)
    {
        try
        {
            return content.BodyText;
        }
        catch (UnreadableRequestException)
        {
            // What cannot be inflated, or was cut, may still hold something in its bytes.
            return Encoding.UTF8.GetString(content.Request.Body);
        }
    }

    private static IEnumerable<T> Readable<T>(Func<IEnumerable<T>> read)
    {
        try
        {
            return read();
        }
        catch (UnreadableRequestException)
        {
            // It is looked at as a whole then.
            return [];
        }
    }
}

/// <summary>A place where something of a person can stand.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its name in a report: <c>'user.mail'</c>, <c>the page address</c>.</param>
internal sealed record PersonalPlace(PersonalPlaceKind Kind, string Title)
{
    public static readonly PersonalPlace PageAddress = new(PersonalPlaceKind.PageAddress, "the page address");
    public static readonly PersonalPlace PageTitle = new(PersonalPlaceKind.PageTitle, "the page title");
    public static readonly PersonalPlace Referrer = new(PersonalPlaceKind.Referrer, "the referrer");

    public static PersonalPlace Of(string parameter) => new(PersonalPlaceKind.Parameter, $"'{parameter}'");
}

/// <summary>What kind of place holds something of a person.</summary>
internal enum PersonalPlaceKind
{
    /// <summary>A parameter, or a field of a query, form or JSON body.</summary>
    Parameter,
    PageAddress,
    PageTitle,
    Referrer,

    /// <summary>The request itself: its path, or a body without fields.</summary>
    Request,
}
