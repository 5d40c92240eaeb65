using MicroConvQA.Configuration.Devices;

namespace MicroConvQA.Browser.Launching;

/// <summary>
/// Gets a browser onto a machine that has none: by Playwright's installer, and where that cannot download, by the package of a Debian that
/// we are root on. It says what it does, line by line.
/// </summary>
/// <param name="commands">Runs the package tool.</param>
/// <param name="playwright">Runs Playwright's installer with its arguments and returns its exit code.</param>
/// <param name="system">What is true of this machine.</param>
/// <param name="say">Is told each line.</param>
internal sealed class BrowserInstaller(
    ICommandRunner commands,
    Func<IReadOnlyList<string>, int> playwright,
    InstallingSystem system,
    Action<string> say
)
{
    /// <summary>The installer of this machine.</summary>
    public static BrowserInstaller OnThisMachine(Action<string> say) =>
        new(new CommandRunner(), arguments => Microsoft.Playwright.Program.Main([.. arguments]), InstallingSystem.Here(), say);

    /// <summary>Installs a browser of the engine and returns whether that worked.</summary>
    public async Task<bool> InstallAsync(BrowserEngine engine, CancellationToken cancellationToken)
    {
        say($"Installing {engine} with Playwright's installer …");
        if (await PlaywrightAsync(engine, cancellationToken))
            return true;

        if (PackageOf(engine) is not { } package || !system.HasApt)
            return GiveUp($"Playwright's installer could not download {engine}. {ByHand}");
        if (!system.IsRoot)
            return GiveUp(
                $"Playwright's installer could not download {engine}, and only root may install packages here: run 'sudo apt-get install -y {package}'."
            );

        return await AptAsync(package, cancellationToken);
    }

    private async Task<bool> PlaywrightAsync(BrowserEngine engine, CancellationToken cancellationToken)
    {
        // The installer blocks its thread until it is done.
        var code = await Task.Run(() => playwright(["install", engine.ToString().ToLowerInvariant()]), cancellationToken)
            .WaitAsync(cancellationToken);
        say(code == 0 ? $"Playwright's installer installed {engine}." : $"Playwright's installer ended with exit code {code}.");
        return code == 0;
    }

    private async Task<bool> AptAsync(string package, CancellationToken cancellationToken)
    {
        say($"Installing Debian's package instead: apt-get install -y {package} …");
        if (await commands.RunAsync("apt-get", ["update", "-qq"], say, cancellationToken) != 0)
            say("apt-get update failed; trying with the package lists that are there.");

        var code = await commands.RunAsync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", package], say, cancellationToken);
        if (code != 0)
            return GiveUp($"apt-get install {package} ended with exit code {code}; its lines above say why.");

        say($"Debian's package {package} is installed.");
        return true;
    }

    private bool GiveUp(string sentence)
    {
        say(sentence);
        return false;
    }

    private const string ByHand =
        $"Install a browser by hand and name it by the environment variable {BrowserFinder.Variable}, or let this machine reach Playwright's download host.";

    private static string? PackageOf(BrowserEngine engine) =>
        engine switch
        {
            BrowserEngine.Chromium => "chromium",
            BrowserEngine.Firefox => "firefox-esr",
            BrowserEngine.Webkit => null,
            _ => throw new InvalidOperationException($"unknown engine {engine}"),
        };
}

/// <summary>What an installation must know of the machine.</summary>
/// <param name="HasApt">Whether it installs Debian packages.</param>
/// <param name="IsRoot">Whether we may do so.</param>
internal sealed record InstallingSystem(bool HasApt, bool IsRoot)
{
    public static InstallingSystem Here() =>
        new(
            File.Exists("/etc/debian_version") && File.Exists("/usr/bin/apt-get"),
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
        );
}
