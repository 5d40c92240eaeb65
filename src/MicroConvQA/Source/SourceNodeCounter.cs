using System.Globalization;

namespace MicroConvQA.Source;

/// <summary>Counts the values of a file and refuses too many or too deep ones.</summary>
internal sealed class SourceNodeCounter(SourceProblems problems)
{
    private int _count;

    /// <summary>Whether one more value may be read; the first refusal is reported.</summary>
    public bool Admits(SourcePlace place, int depth)
    {
        _count++;
        if (_count == SourceLimits.Nodes + 1)
            problems.Add(
                place,
                string.Create(CultureInfo.InvariantCulture, $"the file holds more than {SourceLimits.Nodes:N0} values. Split it.")
            );
        if (depth > SourceLimits.Depth)
            problems.Add(place, $"lists and mappings stand more than {SourceLimits.Depth} levels inside each other.");
        return _count <= SourceLimits.Nodes && depth <= SourceLimits.Depth;
    }
}
