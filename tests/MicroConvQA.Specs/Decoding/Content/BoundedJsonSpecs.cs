using FluentAssertions;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Specs.Decoding.Corpus;
using MicroConvQA.Specs.Decoding.Hostile;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Content;

/// <summary>JSON is read by a fast reader where it is standard, and by a tolerant one else: nobody must notice which one it was.</summary>
public sealed class BoundedJsonSpecs
{
    private static readonly string[] Parts =
    [
        "{", "}", "[", "]", ",", ":", "\"a\"", "\"a\":", "\"b\":", "\"\"", "'a'", "a:", "0", "-0", "-0.0", "1", "-1", "007", "1.50", ".5", "5.", "1e3", "1E-7", "1e400",
        "123456789012345678", "9223372036854775807", "9223372036854775808", "1.0000000000000000000000000000001", "0.1234567890123456789012345", "12345678901234567890.12345678",
        "true", "false", "null", "undefined", "NaN", "// x\n", "/* x */", " ", "\n", "\t", "\u00a0", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\u0000\"", "\"é€😀\"", "\"\\/\\n\"", "\"\t\"", "\ud83d", "\ufeff", "\ufffd",
    ];

    [TestCase("""{"a":{"b":[1,-2.50,"x",true,null]},"a2":"é€😀"}""")]
    [TestCase("[]")]
    [TestCase("{\"a\":1}\n{\"a\":2}\n")]
    [TestCase("")]
    public void Standard_JSON_is_read_by_the_fast_reader(string text) => StandardJson.TryRead(text).Should().NotBeNull();

    [TestCase("{'a':1}")]
    [TestCase("{a:1}")]
    [TestCase("{\"a\":NaN}")]
    [TestCase("{\"a\":1,}")]
    [TestCase("[1] // one")]
    [TestCase("[1e400]")]
    [TestCase("[9223372036854775808]")]
    public void Other_notations_are_forgiven(string text)
    {
        StandardJson.TryRead(text).Should().BeNull();
        Read(BoundedJson.ParseAll, text).Should().Be(Read(BoundedJson.ParseTolerantly, text)).And.NotStartWith("It ");
    }

    [TestCase("{\"a\":1,\"b\":2,\"a\":3}", "a: Int64 3; b: Int64 2")]
    [TestCase("{\"a\":1.50}", "a: Decimal 1.50")]
    [TestCase("{\"a\":\"2026-11-21T00:00:00Z\"}", "a: String 2026-11-21T00:00:00Z")]
    [TestCase("{\"a\":1e400}", "a: Double Infinity")]
    [TestCase("{\"a\":9e28}", "a: Double 9E+28")]
    [TestCase("{\"a\":99999999999999999999999999999.5}", "a: Double 1E+29")]
    [TestCase("{\"a\":79228162514264337593543950335.5}", "a: Double 7.922816251426434E+28")]
    [TestCase("{\"a\":9223372036854775808e10}", "a: Double 9.223372036854776E+28")]
    public void Values_have_the_types_that_were_sent(string text, string expected) => Described(BoundedJson.Parse(text)).Should().Be(expected);

    [Test]
    public void Depth_and_size_end_at_the_same_place_for_both()
    {
        foreach (var depth in Enumerable.Range(DecodingLimits.JsonDepth - 1, 3))
            DemandSame(new string('[', depth) + new string(']', depth));
        foreach (var count in Enumerable.Range(DecodingLimits.Fields - 3, 5))
            DemandSame($"[{string.Join(',', Enumerable.Repeat("1", count))}]");
    }

    [Test]
    public void Both_readers_read_the_corpus_the_same()
    {
        foreach (var request in CorpusShape.All().Where(shape => shape.Vendor != "har").SelectMany(shape => shape.Requests()))
            DemandSame(new RequestContent(request).BodyText);
    }

    [Test]
    public void Both_readers_read_whatever_comes_the_same()
    {
        var random = new Random(HostileRun.Seed);

        for (var input = 0; input < HostileRun.Inputs; input++)
        {
            var parts = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Parts[random.Next(Parts.Length)]).ToList();
            DemandSame(random.Next(3) switch
            {
                0 => $"[{string.Join(',', parts)}]",
                1 => $"{{{string.Join(',', parts.Select((part, place) => $"\"{place % 4}\":{part}"))}}}",
                _ => string.Concat(parts),
            });
        }
    }

    private static void DemandSame(string text) => Read(BoundedJson.ParseAll, text).Should().Be(Read(BoundedJson.ParseTolerantly, text), text);

    private static string Read(Func<string, IReadOnlyList<JToken>> read, string text)
    {
        try
        {
            return string.Join(" | ", read(text).Select(Described));
        }
        catch (UnreadableRequestException problem)
        {
            return problem.Message;
        }
    }

    private static string Described(JToken token) => token switch
    {
        JObject place => string.Join("; ", place.Properties().Select(property => $"{property.Name}: {Described(property.Value)}")),
        JArray list => $"[{string.Join(", ", list.Select(Described))}]",
        JValue { Value: { } value } => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}"),
        _ => token.ToString(Formatting.None),
    };
}
