using System.Text;
using FluentAssertions;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Decoding.Corpus;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Recording.Har;

/// <summary>
/// The real requests of every vendor, put into a HAR in each way in which exporters write bodies, are the same requests when they are read.
/// </summary>
[TestFixtureSource(typeof(HarRoundTripSpecs), nameof(Shapes))]
internal sealed class HarRoundTripSpecs(CorpusShape shape)
{
    private readonly List<CapturedRequest> _requests =
    [
        .. shape.Requests().Where(request => request.Transport != Transport.DataLayer).OrderBy(request => request.At),
    ];

    public static IEnumerable<CorpusShape> Shapes() => CorpusShape.All().Where(shape => shape.Vendor != "datalayer");

    /// <summary>Of a compressed body a text keeps nothing; that this is told is another spec's.</summary>
    [Test]
    public void Bodies_as_text() =>
        Holds([.. _requests.Where(request => IsText(request.Body))], body => new JObject
        {
            ["mimeType"] = "",
            ["text"] = Encoding.UTF8.GetString(body),
        });

    [Test]
    public void Bodies_as_base64() => Holds(_requests, body => new JObject
        {
            ["mimeType"] = "",
            ["text"] = Convert.ToBase64String(body),
            ["encoding"] = "base64",
        });

    [Test]
    public void Bodies_as_letters_of_their_bytes() =>
        Holds(_requests, body => new JObject { ["mimeType"] = "", ["text"] = Encoding.Latin1.GetString(body) });

    private static bool IsText(byte[] body) => body.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body)));

    private static void Holds(List<CapturedRequest> requests, Func<byte[], JObject> postData)
    {
        var log = HarSample.Read(HarSample.Text([.. requests.Select(request => Entry(request, postData))]));

        var read = log.Requests.Select(Decoding.Sample.Decoder.Decode);
        var direct = requests.Select((request, index) => Decoding.Sample.Decoder.Decode(request with { Number = index + 1 }));

        DecodedText.Write(read).Should().Be(DecodedText.Write(direct));
        log.Requests.Select(request => Convert.ToHexString(request.Body))
            .Should()
            .Equal(requests.Select(request => Convert.ToHexString(request.Body)));
    }

    private static JObject Entry(CapturedRequest request, Func<byte[], JObject> postData)
    {
        var entry = HarSample
            .Entry(request.At.TotalSeconds, request.Url, request.Method)
            .With("_resourceType", request.Transport.ToString().ToLowerInvariant())
            .WithSize(request.Body.Length);
        foreach (var (name, value) in request.Headers)
            entry.WithHeader(name, value);
        entry["request"]!["postData"] = request.Body.Length == 0 ? null : postData(request.Body);
        return entry;
    }
}
