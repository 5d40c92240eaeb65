using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;

namespace MicroConvQA.Browser.Walking;

/// <summary>Walks journeys in real browsers.</summary>
/// <param name="supply">Gives the browsers; is disposed with the walker.</param>
/// <param name="devices">What the devices look like.</param>
/// <param name="configuration">The run's configuration, with the base URL of the site that is up.</param>
/// <param name="dictionary">Tells which events a step waits for.</param>
/// <param name="knowledge">Tells hits from other requests.</param>
/// <param name="directoryOf">The folder that a walk's files go to, absolute.</param>
/// <param name="options">What walks need beside the configuration.</param>
internal sealed class BrowserWalker(
    BrowserSupply supply,
    PlaywrightDevices devices,
    RunConfiguration configuration,
    ConversionDictionary dictionary,
    ITrafficKnowledge knowledge,
    Func<Walk, string> directoryOf,
    BrowserWalkerOptions options
) : IJourneyWalker, IAsyncDisposable
{
    private readonly ClockTroubles troubles = new();

    /// <summary>
    /// Walks, with others in the same browser. Where that or the driver dies under it, it is walked once more with both for itself, because
    /// any of those that walked may have ended it; whoever ends one again is broken.
    /// </summary>
    public async Task<JourneyRecording> WalkAsync(Walk walk, IRunObserver observer, CancellationToken cancellationToken)
    {
        var shared = await supply.LeaseAsync(walk.Device, cancellationToken);
        var first = await TryAsync(walk, observer, options, shared, cancellationToken);
        if (first.Death is null)
            return first.Recording!;

        // Where the walk had begun before, its person may have an account by now.
        var anew = options with { Seed = options.Seed + "-alone" };
        var own = await supply.LeaseAloneAsync(walk.Device, cancellationToken);
        var alone = await TryAsync(walk, observer, anew, own, cancellationToken);
        return alone.Death is null ? alone.Recording! : Ended(alone);
    }

    /// <summary>Walks on the journey's clock; where a page does not stand that, a second time in real time, and that walk counts.</summary>
    private async Task<Attempt> TryAsync(
        Walk walk,
        IRunObserver observer,
        BrowserWalkerOptions with,
        BrowserLease leased,
        CancellationToken cancellationToken
    )
    {
        await using var lease = leased;
        try
        {
            var needs = NeedsOf(walk, with, lease.Browser);
            var last = new JourneyWalk(walk, needs, observer);
            var recording = await last.RunAsync(cancellationToken);
            if (last.Trouble is { } trouble && troubles.AreOfTheClock(trouble))
            {
                last = new JourneyWalk(walk, needs, observer, trouble);
                recording = await last.RunAsync(cancellationToken);
                troubles.WalkedInRealTime(trouble, recording);
            }

            return new Attempt(recording, recording.Breakage is null || last.IsOutOfTime ? null : await lease.DeathAsync());
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not WalkObstacleException)
        {
            if (await lease.DeathAsync() is { } death)
                return new Attempt(null, death);
            throw;
        }
    }

    private static JourneyRecording Ended(Attempt alone)
    {
        var reason =
            $"{alone.Death} died during the walk, and once more when it was walked alone: a page of the shop ends it. Look at what the page does where the walk was; if it should not, report it with the recording.";
        return alone.Recording is { Breakage: { } breakage } recording
            ? recording with
            {
                Breakage = breakage with { Reason = reason },
            }
            : throw new WalkObstacleException(reason);
    }

    private WalkNeeds NeedsOf(Walk walk, BrowserWalkerOptions with, PooledBrowser browser)
    {
        var baseUrl = walk.Device.BaseUrl
            ?? configuration.BaseUrl
            ?? throw new InvalidOperationException("The walker needs a base URL: the configuration's, or the device's.");
        var directory = directoryOf(walk);
        Directory.CreateDirectory(directory);
        return new WalkNeeds(browser, devices.ContextOf(walk.Device), configuration, dictionary, knowledge, directory, baseUrl, with);
    }

    public ValueTask DisposeAsync() => supply.DisposeAsync();

    /// <summary>One walk.</summary>
    /// <param name="Recording">What it recorded; null = what died took that with it.</param>
    /// <param name="Death">What died under it, as the beginning of a sentence; null = nothing did.</param>
    private sealed record Attempt(JourneyRecording? Recording, string? Death);
}
