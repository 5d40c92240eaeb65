using System.Text;
using System.Text.RegularExpressions;
using MicroConvQA.Matching.Conditions;
using MicroConvQA.Recording;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Faults;

/// <summary>
/// Takes the text of a request apart and puts it together again with one value changed: query, form, lines of fields, JSON, and JSON within
/// a field as it is or in base64. It knows no vendor, so that what a mutant is made of is decoded like anything from the wire.
/// </summary>
internal static partial class WireNodes
{
    private const int Deepest = 6;

    public static IReadOnlyList<WireNode> Of(CapturedRequest request)
    {
        var nodes = new List<WireNode>();
        var fragment = request.Url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? request.Url[hash..] : "";
        var url = request.Url[..^fragment.Length];
        if (request.Transport != Transport.DataLayer && url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark)
            nodes.AddRange(Fields(url[(mark + 1)..], query => request with { Url = $"{url[..mark]}?{query}{fragment}" }, 0));
        nodes.AddRange(InText(Encoding.UTF8.GetString(request.Body), text => request with { Body = Encoding.UTF8.GetBytes(text) }, 0));
        return nodes;
    }

    /// <summary>The request without one of its body's lines, for each of them; none where it has only one.</summary>
    public static IEnumerable<CapturedRequest> WithoutLines(CapturedRequest request)
    {
        var lines = Encoding.UTF8.GetString(request.Body).Split('\n');
        return lines.Length < 2
            ? []
            : lines.Select(
                (_, place) =>
                    request with
                    {
                        Body = Encoding.UTF8.GetBytes(string.Join('\n', [.. lines.Take(place), .. lines.Skip(place + 1)]).TrimEnd('\r')),
                    }
            );
    }

    private static IEnumerable<WireNode> InText(string text, Func<string, CapturedRequest> rebuild, int depth)
    {
        if (depth > Deepest || text.Length == 0)
            return [];
        if (Json(text) is { } json)
            return InJson(json, token => rebuild(token.ToString(Formatting.None)), depth);
        if (depth > 0)
            return Base64(text) is { } inner && Json(inner) is { } encoded
                ? InJson(encoded, token => rebuild(ToBase64(token.ToString(Formatting.None), text)), depth)
                : [];
        return text.Contains('\n', StringComparison.Ordinal) ? Lines(text, rebuild) : Fields(text, rebuild, depth);
    }

    private static IEnumerable<WireNode> Lines(string text, Func<string, CapturedRequest> rebuild)
    {
        var lines = text.Split('\n');
        return lines.SelectMany(
            (line, place) => Fields(line.TrimEnd('\r'), changed => rebuild(string.Join('\n', Replaced(lines, place, changed))), 0)
        );
    }

    private static IEnumerable<WireNode> Fields(string text, Func<string, CapturedRequest> rebuild, int depth)
    {
        var fields = text.Split('&');
        CapturedRequest Put(int place, params string[] instead) =>
            rebuild(string.Join('&', [.. fields.Take(place), .. instead, .. fields.Skip(place + 1)]));
        for (var place = 0; place < fields.Length; place++)
        {
            if (fields[place].Split('=', 2) is not [var rawName, var rawValue])
                continue;
            var (name, value, at) = (Decoded(rawName), Decoded(rawValue), place);
            yield return new(name, new JValue(value))
            {
                With = token => Put(at, $"{rawName}={Uri.EscapeDataString(ValueTypes.TextOf(token))}"),
                Without = () => Put(at),
                Renamed = other => Put(at, $"{Uri.EscapeDataString(other)}={rawValue}"),
                Beside = (other, token) => Put(at, fields[at], $"{Uri.EscapeDataString(other)}={Uri.EscapeDataString(token)}"),
            };
            foreach (var inner in InText(value, changed => Put(at, $"{rawName}={Uri.EscapeDataString(changed)}"), depth + 1))
                yield return inner;
        }
    }

    private static IEnumerable<WireNode> InJson(JToken root, Func<JToken, CapturedRequest> rebuild, int depth) =>
        Inner(root, []).SelectMany(place => AtPlace(root, place, rebuild, depth));

    private static IEnumerable<WireNode> AtPlace(JToken root, int[] place, Func<JToken, CapturedRequest> rebuild, int depth)
    {
        var token = At(root, place);
        yield return new(NameOf(token), token)
        {
            With = value => rebuild(Changed(root, place, at => at.Replace(value.DeepClone()))),
            Without = () => rebuild(Changed(root, place, at => Whole(at).Remove())),
            Renamed = other => rebuild(Changed(root, place, at => Rename(at, other))),
            Beside = (other, value) =>
                rebuild(
                    Changed(root, place, at =>
                        Whole(at).AddAfterSelf(at.Parent is JProperty ? new JProperty(other, value) : new JValue(value))
                    )
                ),
        };
        if (token is JValue { Type: JTokenType.String })
            foreach (
                var inner in InText((string)token!, text => rebuild(Changed(root, place, at => at.Replace(new JValue(text)))), depth + 1)
            )
                yield return inner;
    }

    private static IEnumerable<int[]> Inner(JToken token, int[] place) =>
        token switch
        {
            JObject or JArray => Children(token).SelectMany((child, index) => Inner(child, [.. place, index]).Prepend([.. place, index])),
            _ => [],
        };

    private static List<JToken> Children(JToken token) =>
        token is JObject inner ? [.. inner.Properties().Select(property => property.Value)] : [.. (JArray)token];

    private static JToken At(JToken root, int[] place) => place.Aggregate(root, (token, index) => Children(token)[index]);

    private static JToken Changed(JToken root, int[] place, Action<JToken> change)
    {
        var copy = root.DeepClone();
        change(At(copy, place));
        return copy;
    }

    private static void Rename(JToken at, string name)
    {
        if (at.Parent is JProperty property)
            property.Replace(new JProperty(name, at.DeepClone()));
    }

    private static JToken Whole(JToken at) => at.Parent is JProperty property ? property : at;

    private static string NameOf(JToken token) =>
        token.Parent is JProperty property ? property.Name
        : token.Parent?.Parent is JProperty list ? list.Name
        : "";

    private static JToken? Json(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
            return null;
        try
        {
            using var reader = new JsonTextReader(new StringReader(text))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
            };
            return JToken.ReadFrom(reader);
        }
        catch (JsonException)
        {
            // A text that only begins like JSON has no parts that could be changed.
            return null;
        }
    }

    private static string? Base64(string text)
    {
        if (text.Length < 8 || !Base64Form().IsMatch(text))
            return null;
        var plain = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        var padded = plain + new string('=', (4 - (plain.Length % 4)) % 4);
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    /// <summary>In the alphabet and with the padding of the text that it replaces.</summary>
    private static string ToBase64(string text, string before)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        if (
            !before.Contains('+', StringComparison.Ordinal)
            && !before.Contains('/', StringComparison.Ordinal)
            && (before.Contains('-', StringComparison.Ordinal) || before.Contains('_', StringComparison.Ordinal))
        )
            encoded = encoded.Replace('+', '-').Replace('/', '_');
        return before.EndsWith('=') || before.Length % 4 == 0 ? encoded : encoded.TrimEnd('=');
    }

    private static string Decoded(string raw) => Uri.UnescapeDataString(raw.Replace('+', ' '));

    private static string[] Replaced(string[] lines, int place, string line)
    {
        string[] copy = [.. lines];
        copy[place] = line;
        return copy;
    }

    [GeneratedRegex("^[A-Za-z0-9+/_-]+=*$")]
    private static partial Regex Base64Form();
}
