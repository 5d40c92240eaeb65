using System.IO.Compression;
using System.Text;
using MicroConvQA.Decoding;
using MicroConvQA.Decoding.Recognition;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Hostile;

/// <summary>Bodies that are small on the wire and large behind it, or as large as is read, at every vendor.</summary>
internal sealed class BombSpecs
{
    private const int Size = 10 * 1024 * 1024;
    private const int Inflated = 100 * 1024 * 1024;

    private static readonly string[] Ordinary =
    [
        "https://www.google-analytics.com/g/collect?v=2&tid=G-1",
        "https://api.mixpanel.com/track",
        "https://c.snplow.net/com.snowplowanalytics.snowplow/tp2",
        "https://shop.matomo.cloud/matomo.php",
        "https://cloud.umami.is/api/send",
        "https://shop.example/collect?tid=1&idsite=1",
    ];

    public static IEnumerable<TestCaseData> Bombs() =>
        new (string Name, Func<byte[]> Make)[]
        {
            ("gzip", () => Compressed(stream => new GZipStream(stream, CompressionLevel.Fastest))),
            ("zlib", () => Compressed(stream => new ZLibStream(stream, CompressionLevel.Fastest))),
            ("base64 of gzip", () =>
                Encoding.ASCII.GetBytes(Convert.ToBase64String(Compressed(stream => new GZipStream(stream, CompressionLevel.Fastest))))
            ),
            ("open brackets", () => Repeated("[")),
            ("open objects", () => Repeated("{\"a\":")),
            ("a list of numbers", () => Repeated("1,", "[")),
            ("keys", () => Repeated("\"a\":1,", "{")),
            ("a number", () => Repeated("9", "[")),
            ("a text that never ends", () => Repeated("\\u00e9", "{\"a\":\"")),
            ("lines of JSON", () => Repeated("{}\n")),
            ("fields", () => Repeated("a=1&")),
            ("empty fields", () => Repeated("&")),
            ("lines", () => Repeated("en=a\n")),
            ("percent signs", () => Repeated("%", "a=")),
            ("percent signs of UTF-8", () => Repeated("%e2%82", "a=")),
            ("bytes that are no UTF-8", () => [.. Enumerable.Repeat((byte)0xff, Size)]),
            ("parts of a form", () => Repeated("\r\n--\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1", "--")),
            ("tildes", () => Repeated("~", "en=a&pr1=")),
            ("more than is read", () => Repeated("a", size: Size + 1)),
        }.Select(bomb => new TestCaseData(bomb.Make).SetArgDisplayNames(bomb.Name));

    [TestCaseSource(nameof(Bombs))]
    public void A_bomb_is_read_up_to_its_limit(Func<byte[]> make)
    {
        var body = make();
        var tally = new Tally();

        foreach (var url in HostileRun.IsLarge ? EveryVendors() : Ordinary)
            tally.Count(Ending.Demand(Sample.Post(url, body), url));

        TestContext.Out.WriteLine(tally);
    }

    private static IEnumerable<string> EveryVendors() =>
        Ordinary.Concat(
            StandardDecoders
                .All.Decoders.SelectMany(decoder => decoder.Vendor.Endpoints)
                .Where(endpoint => endpoint.Carries == EndpointCarries.Hits)
                .Select(HostileRequests.Url)
                .Distinct()
        );

    private static byte[] Repeated(string part, string head = "", int size = Size) =>
        Encoding.UTF8.GetBytes(head + string.Concat(Enumerable.Repeat(part, (size - head.Length) / part.Length)));

    private static byte[] Compressed(Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var stream = open(target))
            for (var written = 0; written < Inflated; written += Size)
                stream.Write(new byte[Size]);
        return target.ToArray();
    }
}
