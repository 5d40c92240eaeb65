using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Judging.PersonalData;

/// <summary>
/// Everything by which a walk's made-up shopper is recognised: plain, in base64 wherever it stands in the encoded text, in hexadecimal, and
/// as the digests that vendors document. One pass over a text looks for all of them.
/// </summary>
internal sealed class PersonalTraces
{
    // A shorter piece of base64 is found by chance.
    private const int ShortestPiece = 10;

    private static readonly (string Name, Func<byte[], byte[]> Of)[] Digests =
    [
        ("MD5", MD5.HashData),
        ("SHA-1", SHA1.HashData),
        ("SHA-256", SHA256.HashData),
        ("SHA-512", SHA512.HashData),
    ];

    // So much of a text tells whether it is worth a closer look; looking for all of each would cost more.
    private const int FirstLook = 12;

    private readonly SearchValues<string> beginnings;
    private readonly ILookup<char, PersonalTrace> byFirst;

    public PersonalTraces(IReadOnlyDictionary<string, JToken> variables)
    {
        var traces = PersonalForms.Of(variables).SelectMany(TracesOf).DistinctBy(trace => (trace.Form.Part, trace.Text)).ToList();
        Count = traces.Count;
        beginnings = SearchValues.Create(
            [
                .. traces
                    .SelectMany(Spellings)
                    .Select(text => text[..Math.Min(text.Length, FirstLook)])
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ],
            StringComparison.OrdinalIgnoreCase
        );
        // The longest first: a mail address may hold a name.
        byFirst = traces.OrderByDescending(trace => trace.Text.Length).ToLookup(trace => char.ToUpperInvariant(trace.Text[0]));
    }

    /// <summary>How many texts are looked for.</summary>
    public int Count { get; }

    /// <summary>Whether a text as it stood on the wire may hold one: a cheap look that is seldom wrong.</summary>
    public bool MayBeIn(ReadOnlySpan<char> asSent) => asSent.ContainsAny(beginnings);

    /// <summary>The traces in a text, each with its place.</summary>
    public IEnumerable<(PersonalTrace Trace, int Place)> In(string text)
    {
        for (var place = Next(text, 0); place >= 0; )
        {
            var found = byFirst[char.ToUpperInvariant(text[place])].FirstOrDefault(trace => trace.IsAt(text, place));
            if (found is not null)
                yield return (found, place);
            place = Next(text, place + (found?.Text.Length ?? 1));
        }
    }

    private int Next(string text, int from) =>
        from < text.Length && text.AsSpan(from).IndexOfAny(beginnings) is >= 0 and var place ? from + place : -1;

    private static IEnumerable<PersonalTrace> TracesOf(PersonalForm form)
    {
        var note = form.Note.Length == 0 ? "" : $" ({form.Note})";
        yield return new(form, note, form.Text);
        foreach (var text in new[] { form.Text, form.Text.ToLowerInvariant() }.Distinct())
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            // Half a name in base64 is too short to be anybody's.
            if (form.Half == NameHalf.None)
                foreach (var piece in Pieces(bytes))
                    yield return new(form, $"{note} in base64", piece) { IsExact = true };
            yield return new(form, $"{note} in hexadecimal", Convert.ToHexStringLower(bytes));
            foreach (var (name, digest) in Digests)
            foreach (var trace in OfDigest(form, $" as {name}{note}", digest(bytes)))
                yield return trace;
        }
    }

    private static IEnumerable<PersonalTrace> OfDigest(PersonalForm form, string encoding, byte[] digest)
    {
        yield return new(form, encoding, Convert.ToHexStringLower(digest)) { IsDigest = true };
        var base64 = Convert.ToBase64String(digest).TrimEnd('=');
        foreach (var text in new[] { base64, UrlSafe(base64) }.Distinct())
            yield return new(form, $"{encoding} in base64", text) { IsDigest = true, IsExact = true };
    }

    /// <summary>
    /// What stays the same in base64 wherever the bytes begin: the letters that no neighbour has a share in, for each of three beginnings.
    /// </summary>
    private static IEnumerable<string> Pieces(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            var encoded = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var piece = encoded[(before == 0 ? 0 : before + 1)..((before + bytes.Length) * 8 / 6)];
            if (piece.Length < ShortestPiece)
                continue;
            yield return piece;
            if (UrlSafe(piece) is var safe && safe != piece)
                yield return safe;
        }
    }

    /// <summary>As the wire spells it: plain, percent-encoded once and twice, and as a form or JSON does.</summary>
    private static IEnumerable<string> Spellings(PersonalTrace trace)
    {
        var once = Uri.EscapeDataString(trace.Text);
        return
        [
            trace.Text,
            once,
            Uri.EscapeDataString(once),
            once.Replace("%20", "+", StringComparison.Ordinal),
            trace.Text.Replace("@", "%40", StringComparison.Ordinal),
            trace.Text.Replace("@", "\\u0040", StringComparison.Ordinal),
            trace.Text.Replace("+", "\\u002b", StringComparison.Ordinal),
            trace.Text.Replace("/", "\\/", StringComparison.Ordinal),
        ];
    }

    private static string UrlSafe(string base64) => base64.Replace('+', '-').Replace('/', '_');
}
