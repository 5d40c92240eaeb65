using FluentAssertions;
using MicroConvQA.Judging;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

public sealed class PersonalDataAuditSpecs
{
    private const string Mail = "bela.korin.0f3a@example.com";

    [Test]
    public void A_typed_mail_address_in_a_parameter_is_named_with_its_place()
    {
        var finding = Walk(new { value = 10, user = new { mail = Mail.ToUpperInvariant() } }).Finding();

        finding.Kind.Should().Be(FindingKind.PersonalData);
        finding.Message.Should().Be("add_to_cart at Google Analytics 4: 'user.mail' carries the shopper's e-mail address.");
        finding.NextMove.Should().Be("Take 'user.mail' out of the event; what a vendor has stored of a person is hard to take back.");
    }

    [Test]
    public void A_digest_of_it_is_found_too()
    {
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Mail)));

        Walk(new { em = digest }).Finding().Message.Should().Be("add_to_cart at Google Analytics 4: 'em' carries the shopper's e-mail address as SHA-256.");
    }

    [Test]
    public void It_is_found_percent_encoded_in_the_page_URL()
    {
        var walk = Walk(new { value = 10 }, page: $"https://shop.example/thanks?mail={Uri.EscapeDataString(Mail)}");

        walk.Finding().Message.Should().Be("add_to_cart at Google Analytics 4: 'page URL' carries the shopper's e-mail address.");
    }

    [Test]
    public void Other_peoples_data_are_none_of_ours() => Walk(new { mail = "help@shop.example" }).Judge().Findings.Should().BeEmpty();

    private static JudgedWalk Walk(object parameters, string page = "https://shop.example/") => new JudgedWalk()
        .Step("Put it into the cart", Any.Expectation())
        .Recorded(recording => recording with { Variables = JudgedWalk.Variables(("person.email", Mail)) })
        .Fires("add_to_cart", parameters: parameters, hit: hit => hit with { PageUrl = page });
}
