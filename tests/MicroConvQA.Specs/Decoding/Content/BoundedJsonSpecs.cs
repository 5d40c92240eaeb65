using FluentAssertions;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Specs.Decoding.Hostile;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Content;

/// <summary>JSON from a stranger is read as it was sent, whatever its notation, or refused with a reason.</summary>
internal sealed class BoundedJsonSpecs
{
    private static readonly string[] Parts =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"a\":",
        "\"b\":",
        "\"\"",
        "'a'",
        "a:",
        "0",
        "-0",
        "-0.0",
        "1",
        "-1",
        "007",
        "1.50",
        ".5",
        "5.",
        "1e3",
        "1E-7",
        "1e400",
        "123456789012345678",
        "9223372036854775807",
        "9223372036854775808",
        "1.0000000000000000000000000000001",
        "0.1234567890123456789012345",
        "12345678901234567890.12345678",
        "true",
        "false",
        "null",
        "undefined",
        "NaN",
        "// x\n",
        "/* x */",
        " ",
        "\n",
        "\t",
        "\u00a0",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\u0000\"",
        "\"é€😀\"",
        "\"\\/\\n\"",
        "\"\t\"",
        "\ud83d",
        "\ufeff",
        "\ufffd",
    ];

    [TestCase("{'a':1}")]
    [TestCase("{a:1}")]
    [TestCase("{\"a\":NaN}")]
    [TestCase("{\"a\":1,}")]
    [TestCase("[1] // one")]
    [TestCase("[1e400]")]
    [TestCase("[9223372036854775808]")]
    public void Other_notations_are_forgiven(string text) => Read(text).Should().NotStartWith("It ");

    [TestCase("{\"a\":1,\"b\":2,\"a\":3}", "a: Int64 3; b: Int64 2")]
    [TestCase("{\"a\":1.50}", "a: Decimal 1.50")]
    [TestCase("{\"a\":\"2026-11-21T00:00:00Z\"}", "a: String 2026-11-21T00:00:00Z")]
    [TestCase("{\"a\":1e400}", "a: Double Infinity")]
    [TestCase("{\"a\":9e28}", "a: Double 9E+28")]
    [TestCase("{\"a\":99999999999999999999999999999.5}", "a: Double 1E+29")]
    [TestCase("{\"a\":79228162514264337593543950335.5}", "a: Double 7.922816251426434E+28")]
    [TestCase("{\"a\":9223372036854775808e10}", "a: Double 9.223372036854776E+28")]
    public void Values_have_the_types_that_were_sent(string text, string expected) =>
        Described(BoundedJson.Parse(text)).Should().Be(expected);

    [TestCase(0, true)]
    [TestCase(1, false)]
    public void Depth_ends_somewhere(int more, bool isRead)
    {
        var depth = DecodingLimits.JsonDepth + more;

        Read(new string('[', depth) + new string(']', depth)).StartsWith("It ", StringComparison.Ordinal).Should().Be(!isRead);
    }

    [TestCase(-2, true)]
    [TestCase(-1, false)]
    public void Size_ends_somewhere(int more, bool isRead)
    {
        var numbers = string.Join(',', Enumerable.Repeat("1", DecodingLimits.Fields + more));

        Read($"[{numbers}]").StartsWith("It ", StringComparison.Ordinal).Should().Be(!isRead);
    }

    [Test]
    public void Whatever_comes_is_read_or_refused_with_a_reason()
    {
        var random = new Random(HostileRun.Seed);

        for (var input = 0; input < HostileRun.Inputs; input++)
        {
            var parts = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Parts[random.Next(Parts.Length)]).ToList();
            var text = random.Next(3) switch
            {
                0 => $"[{string.Join(',', parts)}]",
                1 => $"{{{string.Join(',', parts.Select((part, place) => $"\"{place % 4}\":{part}"))}}}",
                _ => string.Concat(parts),
            };
            FluentActions.Invoking(() => Read(text)).Should().NotThrow(text);
        }
    }

    private static string Read(string text)
    {
        try
        {
            return string.Join(" | ", BoundedJson.ParseAll(text).Select(Described));
        }
        catch (UnreadableRequestException problem)
        {
            return problem.Message;
        }
    }

    private static string Described(JToken token) =>
        token switch
        {
            JObject place => string.Join("; ", place.Properties().Select(property => $"{property.Name}: {Described(property.Value)}")),
            JArray list => $"[{string.Join(", ", list.Select(Described))}]",
            JValue { Value: { } value } => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{value.GetType().Name} {value}"
            ),
            _ => token.ToString(Formatting.None),
        };
}
