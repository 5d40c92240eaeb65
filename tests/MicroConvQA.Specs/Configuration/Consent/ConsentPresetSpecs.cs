using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Consent;
using MicroConvQA.Source;
using MicroConvQA.Specs.Configuration.Devices;
using MicroConvQA.Vendors;
using NUnit.Framework;

namespace MicroConvQA.Specs.Configuration.Consent;

internal sealed class ConsentPresetSpecs
{
    [TestCase("onetrust", "OneTrust")]
    [TestCase("cookiebot", "Cookiebot")]
    [TestCase("usercentrics", "Usercentrics")]
    [TestCase("didomi", "Didomi")]
    [TestCase("shopify", "Shopify")]
    [TestCase("plain", "Plain banner")]
    public void One_word_brings_all_states_along(string word, string title)
    {
        var presets = Presets($$"""{ "platform": "{{word}}" }""");

        presets
            .Select(preset =>
                (preset.Name, string.Join(" ", preset.Grants.Order()), string.Join(" ", preset.Do.Select(action => action.Text)))
            )
            .Should()
            .Equal(
                ("granted", "Analytics Ads", $"{title}: accept all"),
                ("denied", "", $"{title}: refuse all"),
                ("partial", "Analytics", $"{title}: analytics only"),
                ("partial-ads", "Ads", $"{title}: ads only"),
                ("none", "", "")
            );
    }

    [Test]
    public void A_preset_of_the_authors_own_goes_before_the_platforms() =>
        Presets("""{ "platform": "plain", "denied": { "do": [{ "click": "No" }] } }""")
            .Select(preset => $"{preset.Name}: {string.Concat(preset.Do.Select(action => action.Text))}")
            .Should()
            .Equal(
                "granted: Plain banner: accept all",
                "partial: Plain banner: analytics only",
                "partial-ads: Plain banner: ads only",
                "denied: click: No",
                "none: "
            );

    [Test]
    public void A_shop_names_its_own_purposes()
    {
        var answer = Presets("""{ "platform": { "name": "onetrust", "analytics": ["C0007"], "ads": "C0008" } }""")[0]
            .Do.Single()
            .Should()
            .BeOfType<AnswerBanner>()
            .Subject;

        (answer.Platform.Name, answer.Platform.Analytics.Single(), answer.Platform.Ads.Single())
            .Should()
            .Be(("onetrust", "C0007", "C0008"));
        answer.Place.Should().Be(new SourcePlace("playwright.config.json", 1, 89));
    }

    [Test]
    public void Global_Privacy_Control_is_said_by_the_preset_and_so_is_what_it_grants() =>
        Presets("""{ "gpc": { "gpc": true, "grants": ["analytics"] } }""")[0]
            .Should()
            .BeEquivalentTo(
                new
                {
                    Name = "gpc",
                    GlobalPrivacyControl = true,
                    Grants = new[] { Need.Analytics },
                    Do = Array.Empty<StepAction>(),
                }
            );

    [TestCase(
        """{ "platform": "onetrsut" }""",
        "(1,89): error: 'platform' must be one of onetrust, cookiebot, usercentrics, didomi, shopify, plain, but is 'onetrsut'. Did you mean 'onetrust'?"
    )]
    [TestCase(
        """{ "platform": { "name": "didomi", "analitycs": "x" } }""",
        "(1,109): error: unknown key of a consent platform 'analitycs'. Did you mean 'analytics'?"
    )]
    [TestCase("""{ "gpc": { "gcp": true } }""", "(1,86): error: unknown key of a consent preset 'gcp'. Did you mean 'gpc'?")]
    [TestCase("""{ "Granted": {} }""", "(1,77): error: 'Granted' in 'consent' must be a name of lower-case letters, digits and dashes.")]
    [TestCase(
        """{ "granted": { "do": ["accept consent"] } }""",
        "(1,77): error: the preset 'granted' is answered by itself. Write what the shopper clicks: do: [{click: …}]."
    )]
    [TestCase(
        """{ "gpc": { "do": ["reject consent"] }, "denied": { "do": [{ "on desktop": [{ "consent": "denied" }] }] } }""",
        "(1,114): error: the preset 'denied' is answered by itself. Write what the shopper clicks: do: [{click: …}]."
    )]
    [TestCase(
        """{ "gpc": { "gpc": true, "do": ["reject consent"] } }""",
        "(1,106): error: unknown consent preset 'denied'. Known: gpc, none."
    )]
    public void A_wrong_word_is_named_with_its_place(string consent, string problem) =>
        FluentActions
            .Invoking(() => Presets(consent))
            .Should()
            .Throw<SourceProblemException>()
            .Which.Problems.Select(one => one.ToString())
            .Should()
            .Equal($"playwright.config.json{problem}");

    [Test]
    public void Every_platform_says_where_its_markup_is_documented() =>
        ConsentPlatforms
            .All.Should()
            .OnlyContain(platform =>
                platform.Sources.Count > 0 && platform.Sources.All(source => source.StartsWith("https://", StringComparison.Ordinal))
            );

    private static IReadOnlyList<ConsentPreset> Presets(string consent) =>
        new ConfigurationReader(new KnownDevices(), [new KnownVendor("ga4", [])])
            .Read(
                new SourceText(
                    "playwright.config.json",
                    $$"""{ "microconv": { "destinations": { "x": { "vendor": "ga4" } }, "consent": {{consent}} } }"""
                ),
                "/shop"
            )
            .Consent;
}
