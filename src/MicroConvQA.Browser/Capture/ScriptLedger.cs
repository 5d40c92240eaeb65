using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>The scripts that one walk's pages asked for, and which looked for a driver; part of its <see cref="TrafficLedger"/>.</summary>
internal sealed class ScriptLedger
{
    private const int MaximumScripts = 2_000;
    private const int MaximumBotChecks = 200;

    private readonly LedgerLock _lock;
    private readonly OrderedDictionary<string, bool> _scripts = [];
    private readonly List<BotCheck> _botChecks = [];
    private int _lostMessages;

    internal ScriptLedger(LedgerLock held) => _lock = held;

    /// <summary>Keeps the address of a script that a page asked for; what comes after the first 2,000 is left out.</summary>
    public void Asked(string url) =>
        _lock.Hold(() =>
        {
            if (_scripts.Count < MaximumScripts)
                _scripts.TryAdd(url, true);
        });

    /// <summary>A script asked whether a program drives the browser; the same line of the same script is kept once.</summary>
    public void BotChecked(TimeSpan at, IReadOnlyList<ScriptFrame> initiator) =>
        _lock.Hold(() =>
        {
            if (_botChecks.Count < MaximumBotChecks && !_botChecks.Exists(check => check.Initiator.SequenceEqual(initiator)))
                _botChecks.Add(new BotCheck(at, initiator));
        });

    /// <summary>Our own script in a page told something that could not be read.</summary>
    public void MessageLost() =>
        _lock.Hold(() =>
        {
            _lostMessages++;
        });

    internal int LostMessages() => _lock.Hold(() => _lostMessages);

    internal IReadOnlyList<string> Asked() => _lock.Hold(() => _scripts.Keys.ToArray());

    internal IReadOnlyList<BotCheck> BotChecks() => _lock.Hold(() => _botChecks.ToArray());
}
