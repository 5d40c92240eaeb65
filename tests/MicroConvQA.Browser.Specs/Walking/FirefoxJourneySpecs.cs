using System.Diagnostics;
using FluentAssertions;
using MicroConvQA.Specs;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Walking;

/// <summary>Sample journeys as <c>microconv run</c> walks them, on the other engine that a system can have beside Chromium.</summary>
[Category("Browser")]
internal sealed class FirefoxJourneySpecs
{
    [Test]
    public async Task A_checkout_and_the_refusal_of_consent_pass_on_Firefox()
    {
        using var folder = new TemporaryFolder();
        var configuration = Path.Combine(folder.Path, "playwright.config.json");
        await File.WriteAllTextAsync(configuration, OnFirefox(folder.Path).ToString());
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "microconv.dll"),
                "run",
                "--config",
                configuration,
                "--no-report",
                "--device",
                "desktop-firefox",
                "--journey",
                "guest-checkout",
                "--journey",
                "consent-denied",
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(0, said + await errors);
        said.Should().Contain("3 walks: 3 passed").And.Contain("0 analytics requests left this machine.");
    }

    private static JObject OnFirefox(string folder)
    {
        var configuration = JObject.Parse(File.ReadAllText(Path.Combine(Repository.Root, "playwright.config.json")));
        configuration["testDir"] = Path.Combine(Repository.Root, "journeys");
        configuration["outputDir"] = Path.Combine(folder, "out");
        configuration["reporter"] = new JArray("list");
        ((JArray)configuration["projects"]!).Add(
            JObject.Parse(
                """{ "name": "desktop-firefox", "use": { "browserName": "firefox", "viewport": { "width": 1440, "height": 900 } } }"""
            )
        );
        return configuration;
    }
}
