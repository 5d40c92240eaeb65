using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.Consent;

internal sealed class StorageAuditSpecs
{
    private static readonly Destination Ga4 = Any.Ga4 with { Needs = Need.ConsentMode };

    private static StoredName Stored(string name, StorageKind kind = StorageKind.Cookie) =>
        new()
        {
            Kind = kind,
            Name = name,
            Domain = kind == StorageKind.Cookie ? ".shop.example" : "https://shop.example",
        };

    private static IReadOnlyList<Finding> Findings(
        string consent,
        StoredName stored,
        double second = 12,
        params Destination[] destinations
    ) => [.. Walk(consent, stored, second, destinations).Judge().Findings];

    private static JudgedWalk Walk(string consent, StoredName stored, double second, Destination[] destinations) =>
        new JudgedWalk()
            .At(destinations.Length == 0 ? [Any.Mixpanel] : destinations)
            .Step("Look around")
            .Recorded(recording =>
                recording with
                {
                    Walk = Any.WalkLabel(consent),
                    ConsentAnswers = consent == "none" ? [] : [new(TimeSpan.FromSeconds(5), consent)],
                    Stored =
                    [
                        new StorageLook
                        {
                            At = TimeSpan.FromSeconds(second),
                            StepIndex = second < 10 ? -1 : 0,
                            Appeared = [stored],
                        },
                    ],
                }
            );

    [Test]
    public void A_trackers_cookie_against_consent_is_named_with_its_domain_lifetime_and_writer()
    {
        var finding = Findings(
                "denied",
                Stored("mp_4f1d_mixpanel") with
                {
                    Lifetime = TimeSpan.FromDays(365),
                    Initiator = [new("https://shop.example/mixpanel.js", 1, 2, "e"), new("https://shop.example/tags.js", 7, 3, "start")],
                }
            )
            .Single();

        finding.Kind.Should().Be(FindingKind.AgainstConsent);
        finding
            .Message.Should()
            .Be("cookie mp_4f1d_mixpanel of Mixpanel: set in step 'Look around', though consent 'denied' does not grant analytics.");
        finding.Found.Should().Be("mp_4f1d_mixpanel for .shop.example, kept for 365 days");
        finding
            .LikelyCause.Should()
            .Be("It was set by shop.example/tags.js:7:3 (start) through shop.example/mixpanel.js, without asking for the consent state.");
        finding
            .NextMove.Should()
            .Be(
                "Let the tag of Mixpanel store nothing unless consent to analytics is given, and delete what it stored when consent is withdrawn. "
                    + "Its names are documented at https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript."
            );
    }

    [Test]
    public void A_key_before_the_answer_is_before_consent() =>
        Findings("granted", Stored("mp_1_mixpanel", StorageKind.LocalStorage), second: 4)
            .Single()
            .Message.Should()
            .Be(
                "local storage key mp_1_mixpanel of Mixpanel: set before the first step, before the consent question was answered; it needs consent to analytics."
            );

    [Test]
    public void A_cookie_of_an_answer_says_so() =>
        Findings("none", Stored("mp_1_mixpanel") with { SetByAnswerOf = "https://shop.example/track" })
            .Single()
            .LikelyCause.Should()
            .Be(
                "It came with an answer of the server (Set-Cookie of https://shop.example/track), so no script of the page can hold it back."
            );

    [TestCase(null, "until the browser is closed")]
    [TestCase(7_200.0, "for 120 minutes")]
    [TestCase(86_400.0, "for 1 day")]
    [TestCase(30.0, "for 30 s")]
    public void A_finding_says_for_how_long_a_cookie_is_kept(double? seconds, string kept) =>
        Findings("denied", Stored("mp_1_mixpanel") with { Lifetime = seconds is { } lifetime ? TimeSpan.FromSeconds(lifetime) : null })
            .Single()
            .Found.Should()
            .Be($"mp_1_mixpanel for .shop.example, kept {kept}");

    [Test]
    public void A_name_that_appears_again_and_again_is_one_finding_and_a_second_where_the_question_was_answered_between()
    {
        var walk = Walk("denied", Stored("mp_1_mixpanel"), second: 4, [Any.Mixpanel])
            .Recorded(recording =>
                recording with
                {
                    Stored =
                    [
                        .. new[] { 3.0, 4.0, 12.0, 13.0 }.Select(second => recording.Stored[0] with { At = TimeSpan.FromSeconds(second) }),
                    ],
                }
            );

        walk.Judge().Findings.Select(finding => finding.Kind).Should().Equal(FindingKind.BeforeConsent, FindingKind.AgainstConsent);
    }

    [Test]
    public void What_appears_after_a_withdrawal_is_a_finding_and_what_appeared_before_it_is_none()
    {
        var walk = Walk("granted", Stored("mp_1_mixpanel"), second: 12, [Any.Mixpanel])
            .Recorded(recording =>
                recording with
                {
                    ConsentAnswers = [new(TimeSpan.FromSeconds(5), "granted"), new(TimeSpan.FromSeconds(14), "denied")],
                    Stored =
                    [
                        recording.Stored[0],
                        new StorageLook
                        {
                            At = TimeSpan.FromSeconds(15),
                            StepIndex = 0,
                            Appeared = [Stored("mp_2_mixpanel")],
                        },
                    ],
                }
            );

        walk.Judge()
            .Findings.Single()
            .Message.Should()
            .StartWith("cookie mp_2_mixpanel of Mixpanel: set in step 'Look around', though consent 'denied'");
    }

    [TestCase("partial", false)]
    [TestCase("denied", true)]
    public void A_name_of_the_shops_own_needs_analytics_under_consent_mode(string consent, bool isFinding) =>
        (Findings(consent, Stored("shop_uid2"), destinations: Ga4 with { Stores = ["shop_uid*"] }).Count > 0).Should().Be(isFinding);

    [TestCase("granted", "mp_1_mixpanel")]
    [TestCase("partial", "mp_1_mixpanel")]
    [TestCase("denied", "cart")]
    [TestCase("denied", "_ga")]
    public void What_is_allowed_or_nobodys_is_no_finding(string consent, string name) => Findings(consent, Stored(name)).Should().BeEmpty();

    [TestCase("_ga", "denied", true)]
    [TestCase("_ga_ABC", "none", true)]
    [TestCase("_ga", "partial", false)]
    public void Under_consent_mode_a_cookie_needs_the_consent_of_its_purpose(string name, string consent, bool isFinding) =>
        (Findings(consent, Stored(name), destinations: Ga4).Count > 0).Should().Be(isFinding);

    [Test]
    public void Ads_cookies_need_ads_though_analytics_are_granted() =>
        Findings("partial", Stored("_gcl_au"), destinations: Ga4 with { Vendor = "google-ads", Title = "Google Ads" })
            .Single()
            .Message.Should()
            .Be("cookie _gcl_au of Google Ads: set in step 'Look around', though consent 'partial' does not grant ads.");

    [Test]
    public void A_name_that_two_destinations_share_is_allowed_where_one_of_them_may() =>
        Findings("denied", Stored("_ga"), 12, Ga4, Any.Ga4 with { Name = "ua", Vendor = "ua", Needs = Need.Nothing }).Should().BeEmpty();

    [Test]
    public void A_name_of_the_shops_own_is_held_to_its_destination() =>
        Findings("denied", Stored("shop_uid2"), destinations: Any.Mixpanel with { Stores = ["shop_uid*"] })
            .Single()
            .NextMove.Should()
            .NotContain("documented");

    [Test]
    public void Every_vendors_names_are_cited() =>
        StandardDecoders
            .All.Decoders.Select(decoder => decoder.Vendor)
            .Where(vendor => vendor.Stores.Analytics.Count + vendor.Stores.Ads.Count > 0)
            .Should()
            .HaveCountGreaterThan(30)
            .And.OnlyContain(vendor => vendor.Stores.Source.StartsWith("https://", StringComparison.Ordinal));
}
