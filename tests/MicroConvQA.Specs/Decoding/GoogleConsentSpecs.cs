using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding;

internal sealed class GoogleConsentSpecs
{
    /// <summary>Each combination of commands that gtag.js was run with, and what it then sent.</summary>
    [TestCase(null, "13l3l3l3l1l1", null, null, null, null, TestName = "no command")]
    [TestCase("G100", "13p3p3p3p5l1", false, false, false, false, TestName = "default: all denied")]
    [TestCase("G111", "13t3t3t3t5l1", true, true, true, true, TestName = "default: all granted")]
    [TestCase("G100", "13m3m3m3m5l1", false, false, false, false, TestName = "update only: denied")]
    [TestCase("G111", "13n3n3n3n5l1", true, true, true, true, TestName = "update only: granted")]
    [TestCase("G100", "13q3q3q3q5l1", false, false, false, false, TestName = "denied, then denied")]
    [TestCase("G111", "13r3r3r3r5l1", true, true, true, true, TestName = "denied, then granted")]
    [TestCase("G100", "13u3u3u3u5l1", false, false, false, false, TestName = "granted, then denied")]
    [TestCase("G111", "13v3v3v3v5l1", true, true, true, true, TestName = "granted, then granted")]
    [TestCase("G10-", "13p3l3l3l5l1", false, null, null, null, TestName = "default: only ad_storage denied")]
    [TestCase("G1-0", "13l3p3l3l5l1", null, false, null, null, TestName = "default: only analytics_storage denied")]
    [TestCase("G1--", "13l3l3p3l5l1", null, null, false, null, TestName = "default: only ad_user_data denied")]
    [TestCase("G1--", "13l3l3l3p5l1", null, null, null, false, TestName = "default: only ad_personalization denied")]
    [TestCase("G101", "13p3r3p3p5l1", false, true, false, false, TestName = "denied, then analytics granted")]
    [TestCase("G101", "11p1r1p1p5", false, true, false, false, TestName = "the older layout")]
    [TestCase("G101", null, false, true, null, null, TestName = "gcs alone")]
    [TestCase(null, "13p3r3p3p5l1", false, true, false, false, TestName = "gcd alone")]
    [TestCase("G1", "13", null, null, null, null, TestName = "cut off")]
    public void Consent_is_read(string? gcs, string? gcd, bool? ads, bool? analytics, bool? userData, bool? personalization)
    {
        var url =
            "https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=x"
            + (gcs is null ? "" : $"&gcs={gcs}")
            + (gcd is null ? "" : $"&gcd={gcd}");

        var consent = Sample.OnlyHit(Sample.Post(url)).Consent!;

        (consent.AdStorage, consent.AnalyticsStorage, consent.AdUserData, consent.AdPersonalization)
            .Should()
            .Be((ads, analytics, userData, personalization));
        consent
            .Raw.Should()
            .Be(string.Join(' ', new[] { gcs is null ? null : $"gcs={gcs}", gcd is null ? null : $"gcd={gcd}" }.OfType<string>()));
    }

    [Test]
    public void The_letters_tell_the_default_from_the_update() =>
        Sample
            .OnlyHit(Sample.Post("https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=x&gcd=13p3r3t3u5l1"))
            .Consent!.History.Should()
            .Equal(
                new ConsentHistory("ad_storage", 'p', false, null),
                new ConsentHistory("analytics_storage", 'r', false, true),
                new ConsentHistory("ad_user_data", 't', true, null),
                new ConsentHistory("ad_personalization", 'u', true, false)
            );

    [TestCase("gcs=G111&gcd=13p3p3p3p5l1&npa=1", "gcs ad_storage True, gcs analytics_storage True", TestName = "gcs beside gcd")]
    [TestCase(
        "gcs=G1-0&gcd=13l3p3l3l5l1&npa=0",
        "gcs analytics_storage False",
        TestName = "npa=0 where no command spoke of ad_personalization"
    )]
    [TestCase("gcd=13p3p3p3p5l1&npa=0", "npa ad_personalization True", TestName = "npa=0 beside a refusal")]
    [TestCase("gcd=13t3t3t3t5l1&npa=1", "", TestName = "npa=1 has reasons beside consent")]
    [TestCase("gcs=G111&npa=0", "", TestName = "gcs alone has nothing to disagree with")]
    public void What_further_fields_say_of_the_same_purposes_is_kept_beside(string fields, string besides) =>
        string.Join(
                ", ",
                Sample
                    .OnlyHit(Sample.Post($"https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=x&{fields}"))
                    .Consent!.Besides.Select(one => $"{one.Field} {one.Purpose} {one.Granted}")
            )
            .Should()
            .Be(besides);

    [TestCase("&gcu=1&gcut=3", true)]
    [TestCase("", false)]
    public void A_hit_that_tells_of_a_changed_consent_says_so(string fields, bool isUpdate) =>
        Sample
            .OnlyHit(
                Sample.Post($"https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=user_engagement&gcs=G111&gcd=13r3r3r3r5l1{fields}")
            )
            .Consent!.IsUpdate.Should()
            .Be(isUpdate);

    [Test]
    public void A_page_without_consent_mode_says_nothing()
    {
        Sample.OnlyHit(Sample.Post("https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=x")).Consent.Should().BeNull();
    }
}
