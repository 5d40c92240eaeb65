using FluentAssertions;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Network;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Capture;

internal sealed class LaunchSpecs
{
    [Test]
    public async Task The_way_out_that_an_author_named_is_the_capture_s_and_no_longer_the_browser_s()
    {
        await using var capture = new WireCapture(new SpecKnowledge(), NetworkRules.Sinkhole, BrowserEngine.Chromium);
        var options = new BrowserTypeLaunchOptions
        {
            Args = ["--lang=de", "--host-resolver-rules=MAP shop.test 127.0.0.1", "--proxy-server=http://proxy.test:3128"],
        };

        capture.PrepareLaunch(options);

        options.Args.Should().HaveCount(3).And.HaveElementAt(0, "--lang=de").And.HaveElementAt(2, "--remote-debugging-port=0");
        options.Args!.ElementAt(1).Should().StartWith("--ignore-certificate-errors-spki-list=");
        options.Proxy!.Server.Should().StartWith("http://127.0.0.1:");
    }

    [Test]
    public async Task A_browser_elsewhere_is_given_no_port_of_its_own()
    {
        var remote = new RemoteBrowser { Endpoint = "ws://127.0.0.1:9/" };
        await using var capture = new WireCapture(new SpecKnowledge(), NetworkRules.Sinkhole, BrowserEngine.Chromium, remote);
        var options = new BrowserTypeLaunchOptions();

        capture.PrepareLaunch(options);

        options.Args.Should().ContainSingle().Which.Should().StartWith("--ignore-certificate-errors-spki-list=");
    }

    [Test]
    public async Task Firefox_is_given_no_argument_of_Chromium()
    {
        await using var capture = new WireCapture(new SpecKnowledge(), NetworkRules.Sinkhole, BrowserEngine.Firefox);
        var options = new BrowserTypeLaunchOptions();

        capture.PrepareLaunch(options);

        options.Args.Should().BeEmpty();
        options.FirefoxUserPrefs.Should().Contain("network.proxy.allow_hijacking_localhost", true);
    }
}
