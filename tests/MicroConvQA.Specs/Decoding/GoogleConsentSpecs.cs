using FluentAssertions;
using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding;

public sealed class GoogleConsentSpecs
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
        var url = "https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=x" + (gcs is null ? "" : $"&gcs={gcs}") + (gcd is null ? "" : $"&gcd={gcd}");

        var consent = Sample.OnlyHit(Sample.Post(url)).Consent!;

        (consent.AdStorage, consent.AnalyticsStorage, consent.AdUserData, consent.AdPersonalization).Should().Be((ads, analytics, userData, personalization));
        consent.Raw.Should().Be(string.Join(' ', new[] { gcs is null ? null : $"gcs={gcs}", gcd is null ? null : $"gcd={gcd}" }.OfType<string>()));
    }

    [Test]
    public void The_letters_tell_the_default_from_the_update() =>
        Sample.OnlyHit(Sample.Post("https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=x&gcd=13p3r3t3u5l1")).Consent!.History.Should().Equal(
            new ConsentHistory("ad_storage", 'p', false, null),
            new ConsentHistory("analytics_storage", 'r', false, true),
            new ConsentHistory("ad_user_data", 't', true, null),
            new ConsentHistory("ad_personalization", 'u', true, false));

    [Test]
    public void A_page_without_consent_mode_says_nothing()
    {
        Sample.OnlyHit(Sample.Post("https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=x")).Consent.Should().BeNull();
    }
}
