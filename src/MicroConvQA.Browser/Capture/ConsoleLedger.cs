using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>What a walk's pages wrote to the console, and what there is to say of them; part of its <see cref="TrafficLedger"/>.</summary>
internal sealed class ConsoleLedger
{
    private const int MaximumLines = 2_000;

    private static readonly string TooMuch = $"The page wrote more than {MaximumLines} lines; the rest was left out.";

    private readonly LedgerLock _lock;
    private readonly WalkTimer _timer;
    private readonly List<ConsoleLine> _lines = [];

    internal ConsoleLedger(LedgerLock held, WalkTimer timer) => (_lock, _timer) = (held, timer);

    /// <summary>Keeps a line of the page's console; what comes after the first 2,000 is left out, and one line says so.</summary>
    public void Wrote(string level, string text, string? url) =>
        _lock.Hold(() =>
        {
            if (_lines.Count < MaximumLines)
                _lines.Add(new ConsoleLine(_timer.Elapsed, level, text, url));
            else if (_lines.Count == MaximumLines)
                _lines.Add(new ConsoleLine(_timer.Elapsed, "warning", TooMuch, null));
        });

    /// <summary>Whether it has a line, or an error with its stack, that begins with a line of text.</summary>
    public bool Has(string firstLine) => _lock.Hold(() => _lines.Exists(line => line.Begins(firstLine)));

    internal IReadOnlyList<ConsoleLine> Lines() => _lock.Hold(() => _lines.ToArray());
}
