using System.Globalization;

namespace MicroConvQA.Specs.Decoding.Hostile;

/// <summary>How many inputs ended how.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> _endings = new(StringComparer.Ordinal);

    public int Inputs { get; private set; }

    public void Count(string ending)
    {
        Inputs++;
        _endings[ending] = _endings.GetValueOrDefault(ending) + 1;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Inputs:N0} inputs: {string.Join(", ", _endings.Select(ending => $"{ending.Value.ToString("N0", CultureInfo.InvariantCulture)} {ending.Key}"))}"
        );
}
