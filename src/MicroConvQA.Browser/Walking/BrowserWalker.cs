using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;

namespace MicroConvQA.Browser.Walking;

/// <summary>Walks journeys in real browsers.</summary>
/// <param name="pool">Gives the browsers; is disposed with the walker.</param>
/// <param name="devices">What the devices look like.</param>
/// <param name="configuration">The run's configuration, with the base URL of the site that is up.</param>
/// <param name="dictionary">Tells which events a step waits for.</param>
/// <param name="knowledge">Tells hits from other requests.</param>
/// <param name="directoryOf">The folder that a walk's files go to, absolute.</param>
/// <param name="options">What walks need beside the configuration.</param>
internal sealed class BrowserWalker(
    BrowserPool pool,
    PlaywrightDevices devices,
    RunConfiguration configuration,
    ConversionDictionary dictionary,
    ITrafficKnowledge knowledge,
    Func<Walk, string> directoryOf,
    BrowserWalkerOptions options
) : IJourneyWalker, IAsyncDisposable
{
    private readonly ClockTroubles troubles = new();

    /// <summary>Walks on the journey's clock; where a page does not stand that, a second time in real time, and that walk counts.</summary>
    public async Task<JourneyRecording> WalkAsync(Walk walk, IRunObserver observer, CancellationToken cancellationToken)
    {
        var baseUrl = walk.Device.BaseUrl
            ?? configuration.BaseUrl
            ?? throw new InvalidOperationException("The walker needs a base URL: the configuration's, or the device's.");
        var directory = directoryOf(walk);
        Directory.CreateDirectory(directory);

        await using var lease = await pool.LeaseAsync(walk.Device, cancellationToken);
        var needs = new WalkNeeds(
            lease.Browser,
            devices.ContextOf(walk.Device),
            configuration,
            dictionary,
            knowledge,
            directory,
            baseUrl,
            options
        );

        var first = new JourneyWalk(walk, needs, observer);
        var recording = await first.RunAsync(cancellationToken);
        if (first.Trouble is not { } trouble || !troubles.AreOfTheClock(trouble))
            return recording;

        var again = await new JourneyWalk(walk, needs, observer, trouble).RunAsync(cancellationToken);
        troubles.WalkedInRealTime(trouble, again);
        return again;
    }

    public ValueTask DisposeAsync() => pool.DisposeAsync();
}
