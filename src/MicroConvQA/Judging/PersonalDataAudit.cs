using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using MicroConvQA.Matching;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Judging;

/// <summary>
/// Looks for the walk's made-up shopper in what the destinations were sent: the identity is nobody else's, so that a match is no accident.
/// Decoders have undone the wire's encodings already; a value is found plain, whatever its case, or as a digest of its lower-case form.
/// </summary>
internal sealed class PersonalDataAudit
{
    /// <summary>What betrays a person, by the variable that holds it; names and towns are too common to prove anything.</summary>
    private static readonly (string Variable, string Title)[] Identity =
    [
        ("person.email", "e-mail address"),
        ("person.phone", "phone number"),
        ("person.card", "card number"),
        ("person.password", "password"),
        ("person.street", "street"),
    ];

    private static readonly (string Name, Func<byte[], byte[]> Of)[] Digests =
    [
        ("MD5", MD5.HashData),
        ("SHA-1", SHA1.HashData),
        ("SHA-256", SHA256.HashData),
    ];

    // One look for all traces at once: hardly any value holds one.
    private readonly SearchValues<string> any;

    private readonly CaseFile file;

    private readonly List<Trace> traces;

    public PersonalDataAudit(CaseFile file)
    {
        this.file = file;
        traces = [.. Identity.SelectMany(part => TracesOf(part.Title, (string?)file.Recording.Variables.GetValueOrDefault(part.Variable)))];
        any = SearchValues.Create([.. traces.Select(trace => trace.Value)], StringComparison.OrdinalIgnoreCase);
    }

    public IEnumerable<Finding> Findings() =>
        from hit in file.Match.Hits
        from place in hit.Known("personal data", () => Places(hit).Where(place => place.Text.AsSpan().ContainsAny(any)).ToList())
        from trace in traces
        where trace.IsIn(place.Text)
        group hit by (Destination: hit.Destination.Name, hit.Attributed.Hit.Event, place.Name, trace) into found
        select Of([.. found], found.Key.Name, found.Key.trace);

    private Finding Of(List<LedgerHit> hits, string place, Trace trace)
    {
        var finding = Judging.Findings.About(file, hits, FindingKind.PersonalData);
        return finding with
        {
            Message = $"{finding.Conversion ?? hits[0].Attributed.Hit.Event} at {hits[0].Destination.Title}: '{place}' carries the shopper's {trace.Title}{trace.Encoding}.",
            Expected = "no personal data",
            Found = $"the {trace.Title} of the walk's made-up shopper in '{place}'",
            LikelyCause = "The page hands what was typed, or the whole account, to its tags.",
            NextMove = $"Take '{place}' out of the event; what a vendor has stored of a person is hard to take back.",
        };
    }

    private static IEnumerable<(string Name, string Text)> Places(LedgerHit hit)
    {
        var decoded = hit.Attributed.Hit;
        foreach (var value in decoded.Parameters.DescendantsAndSelf().Concat(decoded.Items.SelectMany(item => item.DescendantsAndSelf())).OfType<JValue>())
            if (value.Type is JTokenType.String or JTokenType.Integer)
                yield return (value.Path, Uri.UnescapeDataString(value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (decoded.PageUrl is { } page)
            yield return ("page URL", Uri.UnescapeDataString(page));
    }

    private static IEnumerable<Trace> TracesOf(string title, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            yield break;
        yield return new Trace(title, "", value);
        foreach (var (name, digest) in Digests)
            yield return new Trace(title, $" as {name}", Convert.ToHexStringLower(digest(Encoding.UTF8.GetBytes(value.ToLowerInvariant()))));
    }

    /// <summary>One form in which a part of the identity may appear.</summary>
    private sealed record Trace(string Title, string Encoding, string Value)
    {
        public bool IsIn(string text) => text.Contains(Value, StringComparison.OrdinalIgnoreCase);
    }
}
