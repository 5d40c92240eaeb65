using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MicroConvQA.Source;

/// <summary>The parser's events of one file, one at a time; a syntax error is reported once, with its true place, and ends them.</summary>
internal sealed class YamlEvents
{
    private readonly SourceText _source;
    private readonly SourceProblems _problems;
    private readonly Parser _parser;
    private readonly Stack<ParsingEvent> _open = new();
    private readonly SourceLines _lines;
    private ParsingEvent? _last;

    public YamlEvents(SourceText source, SourceProblems problems)
    {
        _source = source;
        _problems = problems;
        _lines = new SourceLines(source);
        _parser = new Parser(new Scanner(new StringReader(source.Text.TrimStart('\uFEFF')), skipComments: true));
        MoveOn();
    }

    public bool IsOver { get; private set; }

    public ParsingEvent? Current => IsOver ? null : _parser.Current;

    public SourcePlace Place => Current is null ? new(_source.File, 1, 1) : PlaceOf(Current);

    public SourcePlace PlaceOf(ParsingEvent parsing) => PlaceOf(parsing.Start);

    /// <summary>Goes past the current event where it is of a kind.</summary>
    public bool Skip<TEvent>()
        where TEvent : ParsingEvent
    {
        if (Current is not TEvent)
            return false;
        MoveOn();
        return true;
    }

    public void MoveOn()
    {
        if (IsOver)
            return;
        try
        {
            IsOver = !_parser.MoveNext();
        }
        // The scanner lets its own state errors, bad escapes and the like escape as these.
        catch (Exception fault)
            when (fault is YamlException or InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            IsOver = true;
            new YamlFault(_source, _problems, _lines).Report(fault, _open, _last);
        }
        Remember();
    }

    /// <summary>Reads nothing more.</summary>
    public void Stop() => IsOver = true;

    /// <summary>Goes past the end of the mapping that just began and of the one around it.</summary>
    public void SkipTwoMappings()
    {
        var outside = _open.Count - 2;
        while (!IsOver && _open.Count > outside)
            MoveOn();
        MoveOn();
    }

    /// <summary>The first line of a range that begins as a list item; null = none.</summary>
    public SourcePlace? FirstItemLine(int from, int to) =>
        _lines.First(from, to, line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal));

    private void Remember()
    {
        if (Current is not { } current)
            return;
        _last = current;
        if (current is MappingStart or SequenceStart)
            _open.Push(current);
        else if (current is MappingEnd or SequenceEnd)
            _open.Pop();
        if (current is Scalar scalar)
            _lines.RefuseTabs(scalar, _problems);
    }

    private SourcePlace PlaceOf(Mark mark) => new(_source.File, (int)mark.Line, (int)mark.Column);
}
