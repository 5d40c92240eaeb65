using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Content;

/// <summary>
/// Reads JSON as the standard has it, which is what SDKs send, several times faster than the tolerant reader and to the same values. What it
/// does not take (another notation, a number that needs care, more than is read) is left to the tolerant reader, which says what is wrong.
/// </summary>
internal ref struct StandardJson
{
    /// <summary>As many characters of a number with a point fit into a decimal, whatever they are.</summary>
    private const int ExactDecimal = 28;

    private Utf8JsonReader _json;
    private int _values;

    private StandardJson(ReadOnlySpan<byte> text) =>
        _json = new Utf8JsonReader(text, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = DecodingLimits.JsonDepth });

    /// <summary>The values of a text that holds one, or one a line; null = it is left to the tolerant reader.</summary>
    public static List<JToken>? TryRead(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text));
        try
        {
            // A text may hold half a surrogate pair, which UTF-8 cannot carry.
            return Utf8.FromUtf16(text, bytes, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done
                ? new StandardJson(bytes.AsSpan(0, length)).ReadAll()
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private List<JToken>? ReadAll()
    {
        var values = new List<JToken>(1);
        while (_json.Read())
        {
            if (ReadValue() is not { } value)
                return null;
            values.Add(value);
        }
        // Plain values need something between them, on which the two readers differ.
        return values.Count > 1 && values.Exists(value => value is JValue) ? null : values;
    }

    private JToken? ReadValue() => ++_values >= DecodingLimits.Fields ? null : _json.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(),
        JsonTokenType.StartArray => ReadList(),
        JsonTokenType.String => new JValue(_json.GetString()),
        JsonTokenType.Number => ReadNumber(),
        JsonTokenType.True => new JValue(true),
        JsonTokenType.False => new JValue(false),
        JsonTokenType.Null => JValue.CreateNull(),
        _ => throw new InvalidOperationException($"unknown token {_json.TokenType}"),
    };

    private JObject? ReadObject()
    {
        var read = new JObject();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            var name = _json.GetString()!;
            _json.Read();
            if (ReadValue() is not { } value)
                return null;
            if (!read.TryAdd(name, value))
                read[name] = value;
        }
        return read;
    }

    private JArray? ReadList()
    {
        var read = new JArray();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (ReadValue() is not { } value)
                return null;
            read.Add(value);
        }
        return read;
    }

    private readonly JValue? ReadNumber()
    {
        var text = _json.ValueSpan;
        if (text.ContainsAny((byte)'e', (byte)'E'))
            return null;
        if (!text.Contains((byte)'.'))
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? new JValue(integer) : null;
        return text.Length <= ExactDecimal && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact)
            ? new JValue(exact)
            : null;
    }
}
