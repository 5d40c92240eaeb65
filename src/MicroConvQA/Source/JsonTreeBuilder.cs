using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source;

/// <summary>Builds the values of one JSON file; from the first syntax error on, everything open is cut there.</summary>
// Utf8JsonReader knows where a token begins; JsonTextReader only where it ends.
internal sealed class JsonTreeBuilder(SourceText source, SourceProblems problems)
{
    private readonly byte[] _bytes = JsonPlaces.BytesOf(source);
    private readonly JsonPlaces _places = new(source);
    private readonly SourceNodeCounter _counter = new(problems);
    private readonly Stack<(char Bracket, SourcePlace Place)> _open = new();
    private bool _isOver;

    public SourceNode Build()
    {
        var reader = new Utf8JsonReader(
            _bytes,
            new JsonReaderOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
                MaxDepth = SourceLimits.Depth + 1,
            }
        );
        MoveOn(ref reader);
        var root = _isOver ? new SourceUnreadable(new SourcePlace(source.File, 1, 1)) : ReadNode(ref reader, 1);
        if (!_isOver)
            MoveOn(ref reader);
        return root;
    }

    private SourceNode ReadNode(ref Utf8JsonReader reader, int depth)
    {
        var place = PlaceOf(reader.TokenStartIndex);
        if (!_counter.Admits(place, depth))
        {
            _isOver = true;
            return new SourceUnreadable(place);
        }
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMapping(ref reader, place, depth),
            JsonTokenType.StartArray => ReadSequence(ref reader, place, depth),
            _ => ReadScalar(ref reader, place),
        };
    }

    private SourceNode ReadScalar(ref Utf8JsonReader reader, SourcePlace place)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            return ReadText(ref reader, place) is { } text
                ? new SourceScalar(place, text, new JValue(text), IsQuoted: true)
                : new SourceUnreadable(place);
        var raw = Encoding.UTF8.GetString(reader.ValueSpan);
        return new SourceScalar(place, raw, CoreSchema.Resolve(raw), IsQuoted: false);
    }

    private SourceSequence ReadSequence(ref Utf8JsonReader reader, SourcePlace place, int depth)
    {
        var items = new List<SourceNode>();
        _open.Push(('[', place));
        MoveOn(ref reader);
        while (!_isOver && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadNode(ref reader, depth + 1));
            MoveOn(ref reader);
        }
        _open.Pop();
        return new SourceSequence(place, items, IsCut: _isOver);
    }

    private SourceMapping ReadMapping(ref Utf8JsonReader reader, SourcePlace place, int depth)
    {
        var entries = new SourceEntries(problems);
        _open.Push(('{', place));
        MoveOn(ref reader);
        while (!_isOver && reader.TokenType != JsonTokenType.EndObject)
        {
            ReadEntry(ref reader, entries, depth);
            MoveOn(ref reader);
        }
        _open.Pop();
        return new SourceMapping(place, entries.InOrder, IsCut: _isOver);
    }

    private void ReadEntry(ref Utf8JsonReader reader, SourceEntries entries, int depth)
    {
        var key = ReadScalar(ref reader, PlaceOf(reader.TokenStartIndex)) as SourceScalar;
        MoveOn(ref reader);
        if (_isOver)
            return;
        var value = ReadNode(ref reader, depth + 1);
        if (key is not null)
            entries.Add(key, value);
    }

    private string? ReadText(ref Utf8JsonReader reader, SourcePlace place)
    {
        try
        {
            return reader.GetString();
        }
        // Half a surrogate pair, which JSON's grammar allows and text does not.
        catch (InvalidOperationException)
        {
            problems.Add(place, "this text holds an escape that is half a character.");
            return null;
        }
    }

    private void MoveOn(ref Utf8JsonReader reader)
    {
        if (_isOver)
            return;
        try
        {
            _isOver = !reader.Read();
        }
        catch (JsonException fault)
        {
            _isOver = true;
            Report(fault);
        }
    }

    private void Report(JsonException fault)
    {
        var place = PlaceOf(OffsetOf(fault));
        if (_bytes.All(value => char.IsWhiteSpace((char)value)))
            problems.Add(place, "the file holds nothing.");
        else if (IsAtEnd(fault) && _open.TryPeek(out var open))
            problems.Add(open.Place, $"this '{open.Bracket}' is not closed.");
        else
            problems.Add(place, $"this is not JSON: {Reason(fault)}");
    }

    private bool IsAtEnd(JsonException fault) => OffsetOf(fault) >= _bytes.AsSpan().TrimEnd(" \r\n\t"u8).Length;

    private static string Reason(JsonException fault) => fault.Message.Split(" LineNumber:")[0];

    private long OffsetOf(JsonException fault)
    {
        var start = 0;
        for (var line = fault.LineNumber ?? 0; line > 0; line--)
            start = Array.IndexOf(_bytes, (byte)'\n', start) + 1;
        return start + (fault.BytePositionInLine ?? 0);
    }

    private SourcePlace PlaceOf(long offset) => _places.Of((int)Math.Min(offset, _bytes.Length));
}
