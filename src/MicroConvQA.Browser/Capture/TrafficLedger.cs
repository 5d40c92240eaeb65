using MicroConvQA.Attribution;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>Collects everything that is seen of one walk, each kind in a part of its own. Safe for several threads at once.</summary>
internal sealed class TrafficLedger
{
    private readonly LedgerLock _lock = new();

    /// <param name="timer">The walk's time.</param>
    /// <param name="decode">Decodes what nobody has decoded before it is entered.</param>
    /// <param name="tolerances">How far clocks and ways may be apart; null = as usual.</param>
    public TrafficLedger(WalkTimer timer, Func<CapturedRequest, DecodedRequest> decode, Tolerances? tolerances = null)
    {
        Tolerances = tolerances ?? new();
        var (times, visits) = (new StepTimes(Tolerances), new VisitLog(Tolerances));
        Timer = timer;
        Requests = new RequestLedger(_lock, timer, decode, times, visits, Tolerances);
        Steps = new StepLedger(_lock, timer, times, Requests);
        Pages = new PageLedger(_lock, timer, times, visits);
        Console = new ConsoleLedger(_lock, timer);
        Scripts = new ScriptLedger(_lock);
    }

    public WalkTimer Timer { get; }

    /// <summary>The spans of time that decide, for all who watch the walk.</summary>
    public Tolerances Tolerances { get; }

    /// <summary>What was sent and pushed.</summary>
    public RequestLedger Requests { get; }

    /// <summary>When the steps began, and when page time was moved.</summary>
    public StepLedger Steps { get; }

    /// <summary>The tabs and what they were at.</summary>
    public PageLedger Pages { get; }

    public ConsoleLedger Console { get; }

    /// <summary>The scripts that pages asked for.</summary>
    public ScriptLedger Scripts { get; }

    /// <summary>All of it at one moment: no part is ahead of another.</summary>
    public TrafficSnapshot Snapshot() =>
        _lock.Hold(() =>
            new TrafficSnapshot
            {
                Requests = Requests.All(),
                Visits = Pages.Visits(),
                FirstActions = Steps.FirstActions(),
                ClockJumps = Steps.ClockJumps(),
                Console = Console.Lines(),
                Scripts = Scripts.Asked(),
                BotChecks = Scripts.BotChecks(),
                LostMessages = Scripts.LostMessages(),
            }
        );
}
