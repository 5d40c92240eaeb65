using FluentAssertions;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Devices;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Launching;

internal sealed class BrowserFinderSpecs
{
    private static readonly KnownBrowser[] s_known =
    [
        new("Google Chrome", BrowserEngine.Chromium, "/opt/chrome", "chrome"),
        new("the distribution's chromium", BrowserEngine.Chromium, "/usr/bin/chromium"),
        new("the distribution's firefox-esr", BrowserEngine.Firefox, "/usr/bin/firefox-esr"),
    ];

    private static BrowserFinder On(string? variable, params string[] files) =>
        new(engine => $"/own/{engine}", _ => variable, files.Contains, s_known);

    [TestCase("/mine/chrome", "/env/chrome", "/mine/chrome", "executablePath of the configuration")]
    [TestCase(null, "/env/chrome", "/env/chrome", "environment variable MICROCONV_BROWSER")]
    [TestCase(null, null, "/own/Chromium", "Playwright's own")]
    public void The_nearer_to_the_author_goes_first(string? configured, string? variable, string path, string foundBy)
    {
        var finder = On(variable, "/mine/chrome", "/env/chrome", "/own/Chromium", "/opt/chrome", "/usr/bin/chromium");

        var search = finder.Find(BrowserEngine.Chromium, configured);

        search.Found.Should().Be(new FoundBrowser(BrowserEngine.Chromium, path, null, foundBy));
    }

    [Test]
    public void Without_Playwrights_own_the_systems_is_taken()
    {
        var search = On(null, "/usr/bin/chromium").Find(BrowserEngine.Chromium);

        search.ToString().Should().Be("Chromium: /usr/bin/chromium (the distribution's chromium).");
    }

    [Test]
    public void A_channel_that_the_author_names_goes_before_Playwrights_own()
    {
        var search = On(null, "/own/Chromium", "/opt/chrome").Find(BrowserEngine.Chromium, channel: "chrome");

        search.Found!.Path.Should().Be("/opt/chrome");
    }

    [Test]
    public void A_channel_that_is_not_installed_is_not_replaced_in_silence()
    {
        var search = On(null, "/own/Chromium").Find(BrowserEngine.Chromium, channel: "chrome");

        search
            .ToString()
            .Should()
            .Be("Chromium: not found. Install the browser of channel 'chrome', or leave the channel out to have another one looked for.");
    }

    [Test]
    public void A_path_that_leads_nowhere_is_not_replaced_in_silence()
    {
        var search = On(null, "/own/Chromium").Find(BrowserEngine.Chromium, "/mine/chrome");

        search
            .ToString()
            .Should()
            .Be("Chromium: not found. Correct executablePath of the configuration, or leave it out to have a browser looked for.");
    }

    [Test]
    public void Stock_Firefox_is_spoken_to_in_its_own_protocol()
    {
        var search = On(null, "/usr/bin/firefox-esr").Find(BrowserEngine.Firefox, "/usr/bin/chromium-that-is-not-here-for-firefox");

        search.Found.Should().BeNull();
        On(null, "/usr/bin/firefox-esr").Find(BrowserEngine.Firefox).Found!.Channel.Should().Be("moz-firefox");
    }

    [Test]
    public void A_Chromium_that_is_named_for_all_is_passed_over_for_Firefox()
    {
        var search = On("/env/chrome", "/env/chrome", "/usr/bin/firefox-esr").Find(BrowserEngine.Firefox);

        search.Found!.Path.Should().Be("/usr/bin/firefox-esr");
        search.Looked[0].Should().Be("environment variable MICROCONV_BROWSER: /env/chrome is a Chromium, not a Firefox.");
    }

    [Test]
    public void A_Webkit_that_is_installed_is_used() =>
        On(null, "/usr/bin/chromium", "/own/Webkit").Find(BrowserEngine.Webkit).Found!.Path.Should().Be("/own/Webkit");

    [Test]
    public void Where_there_is_no_Webkit_it_is_emulated_on_Chromium_and_says_so()
    {
        var search = On(null, "/usr/bin/chromium").Find(BrowserEngine.Webkit);

        search.IsEmulated.Should().BeTrue();
        search
            .ToString()
            .Should()
            .Be(
                "Webkit: emulated on Chromium, /usr/bin/chromium (the distribution's chromium). "
                    + "Screen, touch and user agent are the device's, the engine is not: what only Safari does is not seen."
            );
    }

    [Test]
    public void Nothing_at_all_is_answered_with_each_place_and_the_remedy()
    {
        var search = On(null).Find(BrowserEngine.Chromium);

        new BrowserNotFoundException(search)
            .Message.Should()
            .Be(
                "Chromium: not found. Run 'microconv install chromium', or name a Chromium by MICROCONV_BROWSER. Looked at: "
                    + "Playwright's own: /own/Chromium does not exist. Google Chrome: /opt/chrome does not exist. the distribution's chromium: /usr/bin/chromium does not exist."
            );
    }
}
