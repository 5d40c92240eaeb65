using MicroConvQA.Configuration.Devices;
using MicroConvQA.Running;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Launching;

/// <summary>
/// The browsers of a run and the driver that they hang on. A driver that died is started anew, and with it its browsers; who may have ended
/// one is given both for itself.
/// </summary>
/// <param name="first">The browsers of the driver that runs already.</param>
/// <param name="open">Makes the browsers of a driver.</param>
/// <param name="start">Starts a driver.</param>
internal sealed class BrowserSupply(BrowserPool first, Func<IPlaywright, BrowserPool> open, Func<Task<IPlaywright>> start)
    : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<Driven> _begun = [new Driven(first, null)];

    /// <summary>A browser for one walk, which may share it with others.</summary>
    /// <exception cref="BrowserNotFoundException">There is none on this machine.</exception>
    /// <exception cref="WalkObstacleException">It is there and does not start.</exception>
    public async Task<BrowserLease> LeaseAsync(DeviceProject device, CancellationToken cancellationToken)
    {
        var pool = await PoolAsync(cancellationToken);
        try
        {
            return await pool.LeaseAsync(device, cancellationToken);
        }
        catch (Exception exception) when (IsOfDriver(exception))
        {
            if (await pool.AnswersAsync())
                throw;
        }

        return await (await PoolAsync(cancellationToken)).LeaseAsync(device, cancellationToken);
    }

    /// <summary>A browser for one walk alone, on a driver of its own; both end when it is given back.</summary>
    /// <inheritdoc cref="LeaseAsync" path="/exception"/>
    public async Task<BrowserLease> LeaseAloneAsync(DeviceProject device, CancellationToken cancellationToken)
    {
        var alone = await StartAsync();
        try
        {
            var lease = await alone.Pool.LeaseAsync(device, cancellationToken);
            return lease.Then(alone.EndAsync);
        }
        catch
        {
            await alone.EndAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var driven in _begun)
            await driven.EndAsync();
        _gate.Dispose();
    }

    /// <summary>
    /// The browsers of the driver that lives. Those of one that died are ended at once; what walks in them still hold is given back later.
    /// </summary>
    private async Task<BrowserPool> PoolAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var last = _begun[^1];
            if (!last.Pool.IsDoubtful || await last.Pool.AnswersAsync())
                return last.Pool;

            await last.AbandonAsync();
            _begun.Add(await StartAsync());
            return _begun[^1].Pool;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<Driven> StartAsync()
    {
        var driver = await start();
        return new Driven(open(driver), driver);
    }

    private static bool IsOfDriver(Exception exception) =>
        exception
            is (WalkObstacleException and not BrowserNotFoundException)
                or PlaywrightException
                or TimeoutException
                or ObjectDisposedException;

    /// <summary>A driver with its browsers.</summary>
    /// <param name="Pool">The browsers.</param>
    /// <param name="Driver">The driver; null = somebody else ends it.</param>
    private sealed record Driven(BrowserPool Pool, IPlaywright? Driver)
    {
        public async Task AbandonAsync()
        {
            await Pool.AbandonAsync();
            DriverEnd.Of(Driver);
        }

        public async Task EndAsync()
        {
            await Pool.DisposeAsync();
            DriverEnd.Of(Driver);
        }
    }
}

/// <summary>Ends drivers, dead ones too.</summary>
internal static class DriverEnd
{
    /// <param name="driver">The driver; null = there is none to end.</param>
    public static void Of(IPlaywright? driver)
    {
        try
        {
            driver?.Dispose();
        }
        catch (Exception exception) when (exception is PlaywrightException or InvalidOperationException or IOException)
        {
            // It died before.
        }
    }
}
