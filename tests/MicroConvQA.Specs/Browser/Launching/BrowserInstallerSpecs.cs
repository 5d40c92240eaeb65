using FluentAssertions;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Devices;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Launching;

internal sealed class BrowserInstallerSpecs
{
    private readonly List<string> _said = [];
    private readonly List<string> _ran = [];

    private async Task<bool> InstallAsync(int playwright, int apt, bool hasApt = true, bool isRoot = true)
    {
        var installer = new BrowserInstaller(new Commands(_ran, apt), _ => playwright, new InstallingSystem(hasApt, isRoot), _said.Add);
        return await installer.InstallAsync(BrowserEngine.Chromium, CancellationToken.None);
    }

    [SetUp]
    public void Forget()
    {
        _said.Clear();
        _ran.Clear();
    }

    [Test]
    public async Task Playwrights_installer_goes_first_and_is_enough()
    {
        var isInstalled = await InstallAsync(playwright: 0, apt: 0);

        isInstalled.Should().BeTrue();
        _ran.Should().BeEmpty();
        _said.Should().Equal("Installing Chromium with Playwright's installer …", "Playwright's installer installed Chromium.");
    }

    [Test]
    public async Task Where_it_cannot_download_root_takes_Debians_package()
    {
        var isInstalled = await InstallAsync(playwright: 1, apt: 0);

        isInstalled.Should().BeTrue();
        _ran.Should().Equal("apt-get update -qq", "apt-get install -y -qq --no-install-recommends chromium");
        _said[^1].Should().Be("Debian's package chromium is installed.");
    }

    [Test]
    public async Task A_package_that_cannot_be_had_is_told()
    {
        var isInstalled = await InstallAsync(playwright: 1, apt: 100);

        isInstalled.Should().BeFalse();
        _said[^1].Should().Be("apt-get install chromium ended with exit code 100; its lines above say why.");
    }

    [Test]
    public async Task Who_is_not_root_is_told_the_command()
    {
        var isInstalled = await InstallAsync(playwright: 1, apt: 0, isRoot: false);

        isInstalled.Should().BeFalse();
        _ran.Should().BeEmpty();
        _said[^1]
            .Should()
            .Be(
                "Playwright's installer could not download Chromium, and only root may install packages here: run 'sudo apt-get install -y chromium'."
            );
    }

    [Test]
    public async Task Elsewhere_the_author_is_told_what_to_do_by_hand()
    {
        var isInstalled = await InstallAsync(playwright: 1, apt: 0, hasApt: false);

        isInstalled.Should().BeFalse();
        _said[^1]
            .Should()
            .Be(
                "Playwright's installer could not download Chromium. Install a browser by hand and name it by the environment variable MICROCONV_BROWSER, "
                    + "or let this machine reach Playwright's download host."
            );
    }

    private sealed class Commands(List<string> ran, int code) : ICommandRunner
    {
        public Task<int> RunAsync(string program, IReadOnlyList<string> arguments, Action<string> say, CancellationToken cancellationToken)
        {
            ran.Add($"{program} {string.Join(' ', arguments)}");
            return Task.FromResult(code);
        }
    }
}
