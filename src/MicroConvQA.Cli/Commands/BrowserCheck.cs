using MicroConvQA.Browser.Launching;
using MicroConvQA.Cli.Display;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Planning;

namespace MicroConvQA.Cli.Commands;

/// <summary>Before the first walk: installs a browser where this machine has none, and says which engine stands in for another.</summary>
internal sealed class BrowserCheck(BrowserFinder finder, Screen screen)
{
    public async Task InstallMissingAsync(IReadOnlyList<Walk> walks, CancellationToken cancellationToken)
    {
        IReadOnlyList<DeviceProject> devices = [.. walks.Select(walk => walk.Device).DistinctBy(device => device.Name)];
        foreach (var engine in devices.Where(IsInstallable).Select(device => device.Engine).Distinct())
            await InstallAsync(engine, cancellationToken);

        foreach (
            var emulated in devices.Select(finder.FindFor).Where(search => search.IsEmulated).Select(search => search.ToString()).Distinct()
        )
            screen.Write(new Line([new Span(emulated, Tone.Quiet)]));
    }

    // A browser that somebody named is theirs to put there.
    private bool IsInstallable(DeviceProject device) =>
        device is { ExecutablePath: null, Channel: null }
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(BrowserFinder.Variable))
        && finder.FindFor(device).Found is null;

    private async Task InstallAsync(BrowserEngine engine, CancellationToken cancellationToken)
    {
        // WebKit is emulated on Chromium, which every Debian has; it is never downloaded unasked.
        var wanted = engine == BrowserEngine.Webkit ? BrowserEngine.Chromium : engine;
        screen.Write(Line.Of($"There is no {wanted} on this machine yet.", Tone.Doubtful));
        await BrowserInstaller
            .OnThisMachine(line => screen.Write(Line.Of($"  {line}", Tone.Quiet)))
            .InstallAsync(wanted, cancellationToken);
    }
}
