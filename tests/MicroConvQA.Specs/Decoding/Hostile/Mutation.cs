using System.IO.Compression;
using System.Text;
using MicroConvQA.Recording;

namespace MicroConvQA.Specs.Decoding.Hostile;

/// <summary>Changes real requests as a broken page, a broken proxy or an enemy would.</summary>
internal sealed class Mutation(Random random, IReadOnlyList<CapturedRequest> others)
{
    private const int LongestRun = 20_000;

    private static readonly byte[][] Nasty =
    [
        [0x1f, 0x8b],
        [0x78, 0x9c],
        [0xff, 0xfe],
        [0xc0, 0x80],
        [0xed, 0xa0, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
        [0xef, 0xbb, 0xbf],
        "\0"u8.ToArray(),
        "%"u8.ToArray(),
        "%u0041"u8.ToArray(),
        "%00"u8.ToArray(),
        "%ff%fe"u8.ToArray(),
        "%25%32%35"u8.ToArray(),
        "%e2%82"u8.ToArray(),
        "~~~"u8.ToArray(),
        "\r\n"u8.ToArray(),
        "\r\n\r\n"u8.ToArray(),
        "&en="u8.ToArray(),
        "+"u8.ToArray(),
        "#"u8.ToArray(),
        "?"u8.ToArray(),
        "://"u8.ToArray(),
        "@"u8.ToArray(),
        "{\"a\":"u8.ToArray(),
        "[[[["u8.ToArray(),
        "]]]]"u8.ToArray(),
        "\\ud800"u8.ToArray(),
        "null"u8.ToArray(),
        "true"u8.ToArray(),
        "\"\""u8.ToArray(),
        "[]"u8.ToArray(),
        "{}"u8.ToArray(),
        "1e999"u8.ToArray(),
        "-1e-999"u8.ToArray(),
        "NaN"u8.ToArray(),
        "Infinity"u8.ToArray(),
        "0x7fffffffffffffff"u8.ToArray(),
        "99999999999999999999999999"u8.ToArray(),
        "9223372036854775808"u8.ToArray(),
        "-9223372036854775808"u8.ToArray(),
        "253402300800000"u8.ToArray(),
        "79228162514264337593543950336"u8.ToArray(),
        "new Date(1)"u8.ToArray(),
        "/*"u8.ToArray(),
        "//"u8.ToArray(),
        "undefined"u8.ToArray(),
        "\"$ref\":\"#\""u8.ToArray(),
        "\"$type\":\"System.Object\","u8.ToArray(),
        "pr1=id~&pr1=k0"u8.ToArray(),
        "=&="u8.ToArray(),
        "cd["u8.ToArray(),
        "&cd[]=["u8.ToArray(),
        "&ed[x]=1"u8.ToArray(),
        "&pr999999999999nm=x"u8.ToArray(),
        "&il1pi=x&il1pi1=x"u8.ToArray(),
        "&item=(*)(**"u8.ToArray(),
        "&ec_items=[[],1]"u8.ToArray(),
        "&_pks=&_pkc=["u8.ToArray(),
        "&data=;=;id=,;"u8.ToArray(),
        "&cd1=&cm=&cg1"u8.ToArray(),
        "&items=,id"u8.ToArray(),
        "&wire=1&wire[a]=2"u8.ToArray(),
        "&ts=1e300"u8.ToArray(),
        "eyJhIjo"u8.ToArray(),
        "H4sIAAAA"u8.ToArray(),
    ];

    public CapturedRequest Of(CapturedRequest request) =>
        random.Next(10) switch
        {
            0 => Otherwise(request),
            1 => Wrapped(request),
            2 => request with { Body = Changed(Other().Body), BodyState = BodyState.Complete, Method = "POST" },
            3 => request with { Url = WithQueryOf(Other(), request) },
            < 7 when request.Body.Length > 0 => request with { Body = Changed(request.Body) },
            _ => request with { Url = Encoding.Latin1.GetString(Changed(Encoding.Latin1.GetBytes(request.Url))) },
        };

    /// <summary>What stands around the bytes is changed.</summary>
    private CapturedRequest Otherwise(CapturedRequest request) =>
        random.Next(6) switch
        {
            0 => request with { BodyState = BodyState.Cut, Body = request.Body[..random.Next(request.Body.Length + 1)] },
            1 => request with { BodyState = BodyState.Unreadable, Body = [] },
            2 => request with { Body = request.Body[..random.Next(request.Body.Length + 1)] },
            3 => request with { Method = Pick(["GET", "POST", "OPTIONS", "PUT", "", "get"]) },
            4 => request with { Transport = Pick(Enum.GetValues<Transport>()) },
            _ => request with
            {
                Headers = new Dictionary<string, string>
                {
                    ["Content-Encoding"] = Pick(["gzip", "br", "deflate", "zstd", ""]),
                    ["content-type"] = "application/json",
                },
            },
        };

    /// <summary>The body is compressed or encoded, and perhaps broken then.</summary>
    private CapturedRequest Wrapped(CapturedRequest request)
    {
        var (encoding, body) = random.Next(5) switch
        {
            0 => ("gzip", Compressed(request.Body, stream => new GZipStream(stream, CompressionLevel.Fastest))),
            1 => ("deflate", Compressed(request.Body, stream => new ZLibStream(stream, CompressionLevel.Fastest))),
            2 => ("br", Compressed(request.Body, stream => new BrotliStream(stream, CompressionLevel.Fastest))),
            3 => ("", Encoding.ASCII.GetBytes(Convert.ToBase64String(request.Body))),
            _ => ("", Encoding.ASCII.GetBytes($"data={Uri.EscapeDataString(Convert.ToBase64String(request.Body))}")),
        };
        return request with
        {
            Body = random.Next(2) == 0 ? body : Changed(body),
            BodyState = BodyState.Complete,
            Headers = new Dictionary<string, string> { ["content-encoding"] = encoding },
        };
    }

    private static string WithQueryOf(CapturedRequest other, CapturedRequest request)
    {
        var query = other.Url.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? request.Url : $"{request.Url.Split('?')[0]}{other.Url[query..]}";
    }

    private byte[] Changed(byte[] bytes)
    {
        var changed = bytes.ToList();
        for (var change = random.Next(1, 4); change > 0 && changed.Count > 1; change--)
            Change(changed);
        return [.. changed];
    }

    private void Change(List<byte> bytes)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, random.Next(1, Math.Min(40, bytes.Count - at + 1)));
                break;
            case 2:
                bytes.InsertRange(at, Pick(Nasty));
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, random.Next(1, Math.Min(200, bytes.Count - at + 1))));
                break;
            case 4:
                bytes.InsertRange(at, Slice(Other()));
                break;
            case 5 when random.Next(50) == 0:
                bytes.InsertRange(at, Run(bytes.GetRange(at, random.Next(1, Math.Min(20, bytes.Count - at + 1)))));
                break;
            default:
                bytes.Reverse(at, Math.Min(8, bytes.Count - at));
                break;
        }
    }

    /// <summary>A part of another request, of any vendor.</summary>
    private byte[] Slice(CapturedRequest other)
    {
        var bytes = other.Body.Length > 0 ? other.Body : Encoding.Latin1.GetBytes(other.Url);
        var from = random.Next(bytes.Length);
        return bytes[from..random.Next(from, Math.Min(bytes.Length, from + 400))];
    }

    private IEnumerable<byte> Run(List<byte> part) =>
        Enumerable.Repeat(part, random.Next(1, LongestRun / part.Count)).SelectMany(bytes => bytes);

    private static byte[] Compressed(byte[] body, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var stream = open(target))
            stream.Write(body);
        return target.ToArray();
    }

    private CapturedRequest Other() => Pick(others);

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
