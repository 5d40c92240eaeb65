using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MicroConvQA.Source;

/// <summary>Builds the values of one YAML file from parser events; from the first syntax error on, everything open is cut there.</summary>
// YamlStream is not used: it stops without a tree at the first problem, loses positions and resolves aliases.
internal sealed class YamlTreeBuilder(SourceText source, SourceProblems problems)
{
    private readonly YamlEvents _events = new(source, problems);
    private readonly SourceNodeCounter _counter = new(problems);

    /// <summary>The file's value; null where it holds none.</summary>
    public SourceNode? Build()
    {
        var root = _events.Skip<StreamStart>() && _events.Skip<DocumentStart>() ? ReadNode(1) : null;
        if (_events.Skip<DocumentEnd>() && _events.Current is DocumentStart second)
            problems.Add(_events.PlaceOf(second), "a second document begins here; a file holds one. Move it into a file of its own.");
        return root;
    }

    private SourceNode ReadNode(int depth)
    {
        var place = _events.Place;
        if (!_counter.Admits(place, depth))
        {
            _events.Stop();
            return new SourceUnreadable(place);
        }
        if (_events.Current is NodeEvent node)
            RefuseAnchorAndTag(node, place);
        return _events.Current switch
        {
            Scalar scalar => ReadScalar(scalar, place),
            SequenceStart => ReadSequence(place, depth),
            MappingStart start => ReadMapping(start, place, depth),
            AnchorAlias alias => ReadAlias(alias, place),
            _ => new SourceUnreadable(place),
        };
    }

    private SourceScalar ReadScalar(Scalar scalar, SourcePlace place)
    {
        _events.MoveOn();
        var isQuoted = scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any);
        if (!isQuoted)
            RefuseSwallowedItems(scalar, place);
        return new SourceScalar(place, scalar.Value, isQuoted ? new(scalar.Value) : CoreSchema.Resolve(scalar.Value), isQuoted);
    }

    private SourceSequence ReadSequence(SourcePlace place, int depth)
    {
        var items = new List<SourceNode>();
        _events.MoveOn();
        while (!_events.IsOver && _events.Current is not SequenceEnd)
            items.Add(ReadNode(depth + 1));
        return new SourceSequence(place, items, IsCut: !_events.Skip<SequenceEnd>());
    }

    private SourceNode ReadMapping(MappingStart start, SourcePlace place, int depth)
    {
        _events.MoveOn();
        if (IsDoubleBrace(start))
            return RefuseDoubleBrace(place);
        var entries = new SourceEntries(problems);
        while (!_events.IsOver && _events.Current is not MappingEnd)
            ReadEntry(entries, depth);
        return new SourceMapping(place, entries.InOrder, IsCut: !_events.Skip<MappingEnd>());
    }

    private void ReadEntry(SourceEntries entries, int depth)
    {
        var key = ReadNode(depth + 1);
        if (_events.IsOver)
            return;
        var value = ReadNode(depth + 1);
        if (key is not SourceScalar { Text: not "" } name)
            RefuseKey(key);
        else
            entries.Add(name, value);
    }

    private SourceUnreadable ReadAlias(AnchorAlias alias, SourcePlace place)
    {
        _events.MoveOn();
        problems.Add(place, $"'*{alias.Value}' is a YAML alias, which is not used here. Put it in quotes if it is a text.");
        return new SourceUnreadable(place);
    }

    private bool IsDoubleBrace(MappingStart outer) =>
        outer.Style == MappingStyle.Flow
        && _events.Current is MappingStart { Style: MappingStyle.Flow } inner
        && inner.Start.Line == outer.Start.Line
        && inner.Start.Column == outer.Start.Column + 1;

    private SourceUnreadable RefuseDoubleBrace(SourcePlace place)
    {
        problems.Add(place, "'{{' begins a YAML mapping. Put the whole value in quotes; a variable is written $name.");
        _events.SkipTwoMappings();
        return new SourceUnreadable(place);
    }

    private void RefuseKey(SourceNode key)
    {
        if (key is not SourceUnreadable)
            problems.Add(key.Place, $"a key must be a text, but is {(key is SourceScalar ? "empty" : key.Describe())}.");
    }

    private void RefuseAnchorAndTag(NodeEvent node, SourcePlace place)
    {
        if (!node.Anchor.IsEmpty)
            problems.Add(place, $"'&{node.Anchor.Value}' is a YAML anchor, which is not used here. Put it in quotes if it is a text.");
        if (!node.Tag.IsEmpty)
            problems.Add(place, $"'{node.Tag.Value}' is a YAML tag, which is not used here. Put it in quotes if it is a text.");
    }

    // YAML folds an over-indented "- item" into the text above it without a word.
    private void RefuseSwallowedItems(Scalar scalar, SourcePlace place)
    {
        if (scalar.End.Line == scalar.Start.Line || !scalar.Value.Contains(" - ", StringComparison.Ordinal))
            return;
        if (_events.FirstItemLine((int)scalar.Start.Line + 1, (int)scalar.End.Line) is { } line)
            problems.Add(
                line,
                $"this '-' belongs to the text that begins in line {place.Line}, not to a list. Give the list a key of its own, or put the text in quotes."
            );
    }
}
