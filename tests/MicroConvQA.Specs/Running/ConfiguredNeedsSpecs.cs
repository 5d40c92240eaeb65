using FluentAssertions;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Configuration.Sites;
using MicroConvQA.Planning;
using MicroConvQA.Running;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Running;

internal sealed class ConfiguredNeedsSpecs
{
    private const string Text = """
        {
          "use": {
            "httpCredentials": { "username": "qa", "password": "$env.SHOP_PASSWORD" },
            "extraHTTPHeaders": { "x-entry": "key $env.SHOP_KEY" },
            "launchOptions": { "executablePath": "browsers/chrome" }
          },
          "other": { "password": "$env.NOBODY_NEEDS_IT" },
          "microconv": {
            "consent": {
              "granted": [{ "fill": { "Code": "$env.CONSENT_CODE" } }],
              "refused": [{ "fill": { "Code": "$env.NOT_WALKED" } }]
            }
          }
        }
        """;

    private static readonly DeviceProject Device = Any.Device() with
    {
        ExecutablePath = "/shop/browsers/chrome",
        Access = new SiteAccess
        {
            UserName = "qa",
            Password = "$env.SHOP_PASSWORD",
            Headers = new Dictionary<string, string> { ["x-entry"] = "key $env.SHOP_KEY" },
        },
    };

    [Test]
    public void What_is_not_there_is_said_at_the_configurations_line_and_all_of_it_at_once()
    {
        var demand = () => new ConfiguredNeeds(_ => null, _ => false).Demand(Plan(Device));

        demand
            .Should()
            .Throw<SourceProblemException>()
            .Which.Problems.Select(problem => problem.ToString())
            .Should()
            .Equal(
                "playwright.config.json(3,56): error: the environment variable SHOP_PASSWORD is not set, and '$env.SHOP_PASSWORD' is needed. Set it before the run.",
                "playwright.config.json(4,38): error: the environment variable SHOP_KEY is not set, and '$env.SHOP_KEY' is needed. Set it before the run.",
                "playwright.config.json(5,42): error: 'executablePath': there is no file /shop/browsers/chrome. Correct it, or leave it out to have a browser looked for.",
                "playwright.config.json(10,39): error: the environment variable CONSENT_CODE is not set, and '$env.CONSENT_CODE' is needed. Set it before the run."
            );
    }

    [Test]
    public void What_is_there_is_no_problem()
    {
        var demand = () => new ConfiguredNeeds(name => name, _ => true).Demand(Plan(Device));

        demand.Should().NotThrow();
    }

    [Test]
    public void A_browser_elsewhere_has_its_own_files()
    {
        var remote = Any.Device() with
        {
            ExecutablePath = "/opt/chrome",
            Remote = new RemoteBrowser { Endpoint = "ws://grid.example:3000/" },
        };
        var demand = () => new ConfiguredNeeds(name => name, _ => false).Demand(Plan(remote));

        demand.Should().NotThrow();
    }

    private static RunPlan Plan(DeviceProject device) =>
        new()
        {
            Configuration = Any.Configuration() with { Source = new SourceText("playwright.config.json", Text) },
            Dictionary = Any.Dictionary(),
            Walks = [Any.Walk(device: device)],
        };
}
