using MicroConvQA.Faults;

namespace MicroConvQA.Browser.Capture;

/// <summary>A walk as those who watch it share it: where they enter what they see, and what they tell each other.</summary>
/// <param name="Ledger">Collects what is seen.</param>
internal sealed record WatchedWalk(TrafficLedger Ledger)
{
    /// <summary>Where the walk's pages say that they send their hits.</summary>
    public NamedCollectors Collectors { get; } = new();

    /// <summary>Who wrote which cookie or key.</summary>
    public StorageWriters Writers { get; } = new();

    /// <summary>What is put into the walk's requests on purpose before they are entered; null = nothing.</summary>
    public WireFault? Fault { get; init; }
}
