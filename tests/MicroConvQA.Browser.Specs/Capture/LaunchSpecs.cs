using FluentAssertions;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Configuration;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

public sealed class LaunchSpecs
{
    [Test]
    public void In_sinkhole_mode_the_names_of_collectors_are_not_resolved_and_the_author_s_own_rules_are_kept()
    {
        var options = new BrowserTypeLaunchOptions { Args = ["--lang=de", "--host-resolver-rules=MAP shop.test 127.0.0.1"] };

        new BrowserSessionCapture(new SpecKnowledge(), NetworkMode.Sinkhole).PrepareLaunch(options);

        options.Args.Should().HaveCount(2).And.HaveElementAt(0, "--lang=de");
        options.Args!.Last().Should().StartWith("--host-resolver-rules=MAP shop.test 127.0.0.1,MAP *.google-analytics.com ~NOTFOUND,");
    }

    [Test]
    public void In_passthrough_mode_the_launch_is_left_as_it_is()
    {
        var options = new BrowserTypeLaunchOptions { Args = ["--lang=de"] };

        new BrowserSessionCapture(new SpecKnowledge(), NetworkMode.Passthrough).PrepareLaunch(options);

        options.Args.Should().Equal("--lang=de");
    }
}
