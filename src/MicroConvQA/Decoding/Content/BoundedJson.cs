using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Content;

/// <summary>JSON from a stranger: types as sent (no dates guessed, decimals exact), bounded in depth and size.</summary>
internal static class BoundedJson
{
    /// <summary>Whether a text is meant to be a JSON object or list.</summary>
    public static bool LooksLikeJson(ReadOnlySpan<char> text) => text.TrimStart() is ['{' or '[', ..];

    /// <summary>The one JSON value that a text is; throws <see cref="UnreadableRequestException"/> where it is not.</summary>
    public static JToken Parse(string text) =>
        ParseAll(text) switch
        {
            [var only] => only,
            var several => throw new UnreadableRequestException($"It should carry one JSON value and carries {several.Count}."),
        };

    /// <summary>The JSON values of a text that holds one, or one a line.</summary>
    public static IReadOnlyList<JToken> ParseAll(string text)
    {
        try
        {
            return Read(text, FloatParseHandling.Decimal);
        }
        catch (Exception problem) when (problem is JsonException or OverflowException)
        {
            // A number that no decimal holds is still a number: 1e400, or 29 nines and a half, on which the library overflows. Anything
            // else fails again and says why.
            return ReadWithDoubles(text);
        }
    }

    private static List<JToken> ReadWithDoubles(string text)
    {
        try
        {
            return Read(text, FloatParseHandling.Double);
        }
        catch (JsonException problem)
        {
            throw new UnreadableRequestException($"It carries JSON that cannot be read: {problem.Message}");
        }
    }

    private static List<JToken> Read(string text, FloatParseHandling floats)
    {
        using var reader = new CountingReader(text)
        {
            MaxDepth = DecodingLimits.JsonDepth,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = floats,
            SupportMultipleContent = true,
            Culture = CultureInfo.InvariantCulture,
        };
        var values = new List<JToken>(1);
        while (reader.Read())
            if (reader.TokenType != JsonToken.Comment)
                values.Add(JToken.ReadFrom(reader));
        return values;
    }

    private sealed class CountingReader(string text) : JsonTextReader(new StringReader(text))
    {
        private int _values;

        public override bool Read()
        {
            var read = base.Read();
            if (TokenType is not (JsonToken.PropertyName or JsonToken.EndObject or JsonToken.EndArray) && ++_values > DecodingLimits.Fields)
                throw new UnreadableRequestException(
                    $"It carries more than {DecodingLimits.Fields:N0} JSON values, which is more than is read of one request."
                );
            return read;
        }
    }
}
