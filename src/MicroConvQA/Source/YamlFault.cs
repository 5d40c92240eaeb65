using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MicroConvQA.Source;

/// <summary>Says in an author's words what the YAML parser stumbled over, and where.</summary>
internal sealed class YamlFault(SourceText source, SourceProblems problems, SourceLines lines)
{
    public const string TabMessage = "a tab indents this line; YAML is indented by spaces. Replace it by spaces.";

    private static readonly IReadOnlyList<(string Part, string Message)> s_messages =
    [
        ("quoted scalar, found unexpected end", "this quote is not closed."),
        ("quoted scalar, found unexpected document", "this quote is not closed."),
        ("quoted scalar, found wrong indentation", "this quote is not closed, or its text goes on in a line that is not indented further."),
        (
            "found unknown escape character",
            "this text in double quotes holds a backslash that begins no escape. Write it in single quotes."
        ),
        ("cannot start any token", "an unquoted value cannot begin with this character. Put the value in quotes."),
        (
            "found invalid mapping",
            "a ': ' stands where no key can be. Put the value in quotes if the colon belongs to it, else check the indentation."
        ),
        ("did not find expected key", "a key was expected here. Check the indentation and whether a value needs quotes."),
        ("did not find expected '-' indicator", "a list item ('- …') was expected here. Check the indentation."),
        ("could not find expected ':'", "a ':' is missing after a key here."),
        ("block sequence entries are not allowed", "a list item cannot stand here. Check the indentation."),
    ];

    /// <param name="fault">What the parser threw.</param>
    /// <param name="open">The lists and mappings that are open, the innermost first.</param>
    /// <param name="last">The last event before it; null = none.</param>
    public void Report(Exception fault, IEnumerable<ParsingEvent> open, ParsingEvent? last)
    {
        var from = (int)(last?.End.Line ?? 1);
        var place = fault is YamlException { Start.Index: >= 0 } known ? PlaceOf(known.Start) : new SourcePlace(source.File, from, 1);
        if (lines.FirstTab(from, lines.Count) is { } tab && fault.Message.Contains("tab", StringComparison.Ordinal))
            problems.Add(tab, TabMessage + MoreTabs(tab.Line));
        else if (UnclosedBracket(fault, open) is { } bracket)
            problems.Add(PlaceOf(bracket.Start), $"this '{(bracket is MappingStart ? '{' : '[')}' is not closed.");
        else if (!IsEchoOfDoubleBrace(place))
            problems.Add(place, Message(fault));
    }

    private string MoreTabs(int line) => lines.CountTabs(line) - 1 is var more and > 0 ? $" So are {more} more." : "";

    private ParsingEvent? UnclosedBracket(Exception fault, IEnumerable<ParsingEvent> open)
    {
        var innermost = open.FirstOrDefault(start =>
            start is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow }
        );
        var isAboutFlow = fault is InvalidOperationException || fault.Message.Contains("flow", StringComparison.Ordinal) || IsAtEnd(fault);
        return isAboutFlow ? innermost : null;
    }

    private bool IsAtEnd(Exception fault) =>
        fault is YamlException { Start.Index: var index } && index <= source.Text.Length && source.Text.AsSpan((int)index).Trim().IsEmpty;

    // After an unquoted {{x}} the rest of the line makes no sense either; one problem is enough.
    private bool IsEchoOfDoubleBrace(SourcePlace place) =>
        problems
            .InOrder()
            .Any(problem =>
                problem.Place.File == place.File
                && problem.Place.Line == place.Line
                && problem.Message.StartsWith("'{{'", StringComparison.Ordinal)
            );

    private static string Message(Exception fault) =>
        s_messages.FirstOrDefault(known => fault.Message.Contains(known.Part, StringComparison.OrdinalIgnoreCase)).Message
        ?? $"this is not YAML: {fault.Message}";

    private SourcePlace PlaceOf(Mark mark) => new(source.File, (int)mark.Line, (int)mark.Column);
}
