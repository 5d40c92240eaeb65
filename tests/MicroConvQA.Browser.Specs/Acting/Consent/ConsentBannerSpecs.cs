using FluentAssertions;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Consent;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Acting.Consent;

/// <summary>Every ready platform is answered on a page with its real markup.</summary>
[Category("Browser")]
[Parallelizable(ParallelScope.All)]
internal sealed class ConsentBannerSpecs
{
    private static readonly string[] Pages = ["onetrust", "cookiebot", "usercentrics", "usercentrics-3", "didomi", "shopify", "plain"];

    private static AnswerBanner Answer(string page, bool analytics, bool ads) =>
        new(ConsentPlatforms.All.Single(platform => platform.Name == page.Split('-')[0]), analytics, ads)
        {
            Place = Author.Line,
            Text = "answer",
        };

    private static async Task<IReadOnlyList<string>> AnswersAsync(Stage stage) =>
        [
            .. (await stage.LogAsync())
                .Where(line => line.StartsWith("analytics", StringComparison.Ordinal))
                .Select(line => line.ToLowerInvariant()),
        ];

    [Test]
    public async Task It_is_answered(
        [ValueSource(nameof(Pages))] string page,
        [Values("accept", "refuse", "analytics only", "ads only")] string how
    )
    {
        var (analytics, ads) = (how is "accept" or "analytics only", how is "accept" or "ads only");
        await using var stage = await Stage.SetAsync(ConsentPages.Of(page));

        await stage.DoAsync(Answer(page, analytics, ads));

        (await AnswersAsync(stage)).Should().Equal($"analytics {analytics}, ads {ads}".ToLowerInvariant());
        (await stage.Page.TitleAsync()).Should().NotBe("wrong");
    }

    [TestCaseSource(nameof(Pages))]
    public async Task A_late_banner_is_waited_for(string page)
    {
        await using var stage = await Stage.SetAsync(ConsentPages.Of(page, late: 2_000), clock: ClockMode.Virtual);

        await stage.DoAsync(Answer(page, true, true));

        (await AnswersAsync(stage)).Should().Equal("analytics true, ads true");
    }

    [TestCaseSource(nameof(Pages))]
    public async Task The_answer_can_be_changed(string page)
    {
        await using var stage = await Stage.SetAsync(ConsentPages.Of(page));

        foreach (var (analytics, ads) in new[] { (true, true), (false, false), (true, false), (true, true) })
            await stage.DoAsync(Answer(page, analytics, ads));

        (await AnswersAsync(stage))
            .Should()
            .Equal("analytics true, ads true", "analytics false, ads false", "analytics true, ads false", "analytics true, ads true");
    }

    [TestCase(
        "onetrust",
        "OneTrust's banner did not show on about:blank within 1 s (looked for #onetrust-accept-btn-handler, #accept-recommended-btn-handler)."
    )]
    [TestCase(
        "plain",
        "The plain banner did not show on about:blank within 1 s (looked for 'Accept all', 'Accept all cookies', 'Allow all', 'Allow all cookies' …)."
    )]
    public async Task No_banner_is_a_breakage_with_its_remedy(string page, string message)
    {
        await using var stage = await Stage.SetAsync("<button>Buy</button>", patience: 1);

        (await stage.BreakAsync(Answer(page, true, true)))
            .Should()
            .Be(
                message
                    + " Where the shop asks nobody here, say so by a preset without 'do'; where it asks in its own words, write a preset with what the shopper clicks; "
                    + "where it is slow, raise 'actionTimeout'."
            );
    }

    [Test]
    public async Task The_banner_of_another_platform_is_named()
    {
        await using var stage = await Stage.SetAsync(ConsentPages.Of("cookiebot"), patience: 3);

        (await stage.BreakAsync(Answer("onetrust", true, true)))
            .Should()
            .EndWith("Cookiebot's banner is there: write \"platform\": \"cookiebot\" in 'consent'.");
    }

    [Test]
    public async Task A_banner_that_cannot_be_refused_breaks_and_says_what_it_shows()
    {
        await using var stage = await Stage.SetAsync(
            "<div id=onetrust-banner-sdk><button id=onetrust-accept-btn-handler>Fine  by me</button></div>",
            patience: 3
        );

        (await stage.BreakAsync(Answer("onetrust", false, false)))
            .Should()
            .Be(
                "OneTrust's banner on about:blank has no visible control that refuses everything (looked for #onetrust-reject-all-handler, .ot-pc-refuse-all-handler). "
                    + "It shows 'Fine by me'. Write a preset of your own for this answer, with what the shopper clicks."
            );
    }

    [Test]
    public async Task Where_nothing_refuses_everything_all_purposes_are_turned_off()
    {
        var page = ConsentPages
            .Of("onetrust")
            .Replace("id=\"onetrust-reject-all-handler\"", "hidden id=\"onetrust-reject-all-handler\"", StringComparison.Ordinal)
            .Replace(
                "<button class=\"ot-pc-refuse-all-handler\"",
                "<button hidden class=\"ot-pc-refuse-all-handler\"",
                StringComparison.Ordinal
            );
        await using var stage = await Stage.SetAsync(page);

        await stage.DoAsync(Answer("onetrust", false, false));

        (await stage.Page.EvaluateAsync<string>("window.OnetrustActiveGroups")).Should().Be(",C0001,");
    }

    [TestCase(
        "onetrust",
        "OneTrust on about:blank has no purpose 'C0009', which would mean analytics. Its purposes: C0003, C0002, C0004. "
            + "Name the shop's own: \"platform\": {\"name\": \"onetrust\", \"analytics\": \"C0004\"}."
    )]
    [TestCase(
        "didomi",
        "Didomi on about:blank has no purpose 'C0009', which would mean analytics. Its purposes: cookies, analytics, select_personalized_ads, social. "
            + "Name the shop's own: \"platform\": {\"name\": \"didomi\", \"analytics\": \"social\"}."
    )]
    public async Task A_purpose_that_the_shop_does_not_have_breaks_and_names_those_it_has(string page, string message)
    {
        await using var stage = await Stage.SetAsync(ConsentPages.Of(page), patience: 3);
        var answer = Answer(page, true, false);

        (await stage.BreakAsync(answer with { Platform = answer.Platform with { Analytics = ["C0009"] } })).Should().Be(message);
    }

    [Test]
    public async Task Purposes_that_are_not_granted_are_turned_off()
    {
        await using var stage = await Stage.SetAsync(ConsentPages.Of("onetrust"));

        await stage.DoAsync(Answer("onetrust", true, false));

        (await stage.Page.EvaluateAsync<string>("window.OnetrustActiveGroups")).Should().Be(",C0001,C0002,");
    }

    [TestCase("onetrust")]
    [TestCase("didomi")]
    [TestCase("plain")]
    public async Task A_banner_in_a_frame_is_found(string page)
    {
        await using var stage = await Stage.SetAsync("<iframe name=consent width=600 height=400></iframe>");
        await stage
            .Page.FrameLocator("iframe")
            .Locator(":root")
            .EvaluateAsync(
                "(root, html) => { root.ownerDocument.open(); root.ownerDocument.write(html); root.ownerDocument.close(); }",
                ConsentPages.Of(page)
            );

        await stage.DoAsync(Answer(page, true, true));

        (await stage.Page.Frames[1].EvaluateAsync<string[]>("() => window.log")).Should().Equal("analytics true, ads true");
    }

    [Test]
    public async Task The_answer_begins_only_when_the_banner_is_there()
    {
        await using var stage = await Stage.SetAsync(ConsentPages.Of("cookiebot", late: 1_000));
        string? shown = null;

        await stage.Performer.PerformAsync(
            Answer("cookiebot", true, true),
            async () =>
                shown =
                    $"{await stage.Page.Locator("#CybotCookiebotDialog").IsVisibleAsync()}, {(await AnswersAsync(stage)).Count} answers",
            CancellationToken.None
        );

        shown.Should().Be("True, 0 answers");
    }
}
