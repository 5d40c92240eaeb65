using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MicroConvQA.Source;

/// <summary>The lines of a file, to find what the YAML parser reports without a place.</summary>
internal sealed class SourceLines(SourceText source)
{
    private readonly string[] _lines = source.Text.Split('\n');

    /// <summary>
    /// The first line of a range for which a claim holds, at its first character that is not a blank; lines count from 1.
    /// </summary>
    public SourcePlace? First(int from, int to, Func<string, bool> holds)
    {
        for (var number = Math.Max(from, 1); number <= Math.Min(to, _lines.Length); number++)
        {
            var line = _lines[number - 1];
            if (holds(line))
                return new SourcePlace(source.File, number, line.Length - line.TrimStart().Length + 1);
        }
        return null;
    }

    /// <summary>The first tab that indents a line, from a line on.</summary>
    public SourcePlace? FirstTab(int from, int to) =>
        First(from, to, HasTab) is { } place
            ? place with
            {
                Column = _lines[place.Line - 1].IndexOf('\t', StringComparison.Ordinal) + 1,
            }
            : null;

    /// <summary>How many lines are indented by a tab, from a line on.</summary>
    public int CountTabs(int from) => _lines.Skip(from - 1).Count(HasTab);

    public int Count => _lines.Length;

    /// <summary>Refuses a tab that the parser took for a blank inside an unquoted text of several lines.</summary>
    public void RefuseTabs(Scalar scalar, SourceProblems problems)
    {
        if (scalar.Style == ScalarStyle.Plain && FirstTab((int)scalar.Start.Line + 1, (int)scalar.End.Line) is { } tab)
            problems.Add(tab, YamlFault.TabMessage);
    }

    private static bool HasTab(string line)
    {
        var rest = line.TrimStart(' ');
        return rest.StartsWith('\t') && rest.Trim() is not "" && !rest.TrimStart().StartsWith('#');
    }
}
