using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Decoding;
using MicroConvQA.Specs.Decoding.Corpus;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.PersonalData;

internal sealed class PersonalDataAuditSpecs
{
    private static readonly Destination Meta = new()
    {
        Name = "meta",
        Title = "Meta Pixel",
        Vendor = "meta",
        Needs = Need.Ads,
    };

    public sealed class Encodings
    {
        private const string Lower = "bela.korin.0f3a@example.com";

        private static IEnumerable<TestCaseData> Mails() =>
            [
                Case("plain", Shopper.Mail, ""),
                Case("in capitals", Shopper.Mail.ToUpperInvariant(), ""),
                Case("within a text", $"account {Shopper.Mail}, new", ""),
                Case("percent-encoded", Uri.EscapeDataString(Shopper.Mail), ""),
                Case("percent-encoded twice", Uri.EscapeDataString(Uri.EscapeDataString(Shopper.Mail)), ""),
                Case("without dots", "belakorin0f3a@example.com", " (without dots)"),
                Case("MD5", Convert.ToHexStringLower(MD5.HashData(Bytes(Lower))), " as MD5"),
                Case("SHA-1", Convert.ToHexStringLower(SHA1.HashData(Bytes(Lower))), " as SHA-1"),
                Case("SHA-256", Convert.ToHexStringLower(SHA256.HashData(Bytes(Lower))), " as SHA-256"),
                Case("SHA-512", Convert.ToHexStringLower(SHA512.HashData(Bytes(Lower))), " as SHA-512"),
                Case("SHA-256 in capitals", Convert.ToHexString(SHA256.HashData(Bytes(Lower))), " as SHA-256"),
                Case("SHA-256 in base64", Convert.ToBase64String(SHA256.HashData(Bytes(Lower))), " as SHA-256 in base64"),
                Case(
                    "SHA-256 of the mail without dots",
                    Convert.ToHexStringLower(SHA256.HashData(Bytes("belakorin0f3a@example.com"))),
                    " as SHA-256 (without dots)"
                ),
                Case("base64", Convert.ToBase64String(Bytes(Shopper.Mail)), " in base64"),
                Case("base64 within base64 of more", Convert.ToBase64String(Bytes($"x{Shopper.Mail}|1")), " in base64"),
                Case("hexadecimal", Convert.ToHexStringLower(Bytes(Shopper.Mail)), " in hexadecimal"),
            ];

        private static IEnumerable<TestCaseData> Others() =>
            [
                Case("phone", Shopper.Phone, "phone number"),
                Case("phone, digits", "447700900123", "phone number (digits only)"),
                Case("phone, national", "07700900123", "phone number (without calling code)"),
                Case(
                    "phone, digits as SHA-256",
                    Convert.ToHexStringLower(SHA256.HashData(Bytes("447700900123"))),
                    "phone number as SHA-256 (digits only)"
                ),
                Case("phone as SHA-256", Convert.ToHexStringLower(SHA256.HashData(Bytes("+447700900123"))), "phone number as SHA-256"),
                Case("card", Shopper.Card, "card number"),
                Case("card in groups", "4000 0012 3456 7899", "card number (in groups)"),
                Case("name", "Bela Korin", "name"),
                Case("name turned round", "korin, bela", "name"),
                Case("name as SHA-256", Convert.ToHexStringLower(SHA256.HashData(Bytes("bela korin"))), "name as SHA-256"),
                Case("street", "Quivora Road 12, 01067 Dresden", "street"),
                Case("password", "Cv9-Korinzu-0f3a!", "password"),
            ];

        [TestCaseSource(nameof(Mails))]
        public void A_mail_address_is_found(string value, string encoding) =>
            Walk(new { user = new { mail = value } })
                .Finding()
                .Message.Should()
                .Be($"add_to_cart at Google Analytics 4: 'user.mail' carries the shopper's e-mail address{encoding}.");

        [TestCaseSource(nameof(Others))]
        public void The_rest_of_the_person_is_found(string value, string what) =>
            Walk(new { who = value })
                .Finding()
                .Message.Should()
                .Be($"add_to_cart at Google Analytics 4: 'who' carries the shopper's {what}.");

        [Test]
        public void Hashed_first_and_last_names_prove_something_together()
        {
            var hash = (string name) => Convert.ToHexStringLower(SHA256.HashData(Bytes(name)));

            Walk(new { fn = hash("bela"), ln = hash("korin") })
                .Finding()
                .Message.Should()
                .Be("add_to_cart at Google Analytics 4: 'fn' with 'ln' carries the shopper's name as SHA-256.");
        }

        private static TestCaseData Case(string name, string value, string encoding) =>
            new TestCaseData(value, encoding).SetArgDisplayNames(name);

        private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
    }

    public sealed class False_alarms
    {
        [TestCase("help@shop.example")]
        [TestCase("Bela")]
        [TestCase("Korin lamp")]
        [TestCase("Dresden")]
        [TestCase("01067")]
        [TestCase("44770090012345")]
        [TestCase("14000001234567899")]
        [TestCase("Belamie Korinth")]
        public void Common_words_and_longer_numbers_prove_nothing(string value) => Walk(new { value }).Judge().Findings.Should().BeEmpty();

        [TestCaseSource(typeof(CorpusShape), nameof(CorpusShape.All))]
        public void No_recorded_request_holds_the_shopper(CorpusShape shape) =>
            Personal(Empty().Sends(0, shape.Requests())).Should().BeEmpty();
    }

    public sealed class Places
    {
        [Test]
        public void The_page_address_is_told_once_however_many_events_carry_it()
        {
            var page = $"https://shop.example/thanks?mail={Uri.EscapeDataString(Shopper.Mail)}";
            var walk = Walk(new { page_location = page }, page);
            foreach (var name in new[] { "scroll", "click", "page_view" })
                walk.Fires(name, hit: hit => hit with { PageUrl = page });

            var finding = walk.Finding();

            finding
                .Message.Should()
                .Be(
                    "add_to_cart, scroll, click and 1 more event at Google Analytics 4: the page address carries the shopper's e-mail address."
                );
            finding.Requests.Should().HaveCount(4);
            finding.LikelyCause.Should().Be("It stands in the address of the page, which every tag sends along with each event.");
            finding
                .NextMove.Should()
                .Be("Take it out of the address of the page: send the form by POST, or drop the parameter before any tag is loaded.");
        }

        [Test]
        public void The_referrer_that_the_browser_adds_is_told_where_nothing_else_says_it()
        {
            var request = Sample.Get("https://bat.bing.com/action/0?ti=1&evt=pageLoad") with
            {
                Headers = new Dictionary<string, string>
                {
                    ["referer"] = $"https://shop.example/login?user={Uri.EscapeDataString(Shopper.Mail)}",
                },
            };

            Empty()
                .Sends(0, request)
                .Finding()
                .Message.Should()
                .Be("Microsoft UET, request 1: the referrer carries the shopper's e-mail address.");
        }

        [Test]
        public void What_no_decoder_reads_is_taken_apart_by_its_form()
        {
            var inner = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"user": {"contact": "{{Shopper.Mail}}"} }"""));
            var request = Sample.Post("https://collect.tracker.example/in", $"v=1&data={Uri.EscapeDataString(inner)}");

            var finding = Empty().Sends(0, request).Finding();

            finding.Message.Should().Be("collect.tracker.example, request 1: 'data.user.contact' carries the shopper's e-mail address.");
            finding.IsWarning.Should().BeFalse("what is kept on this machine goes to a collector");
        }

        [Test]
        public void A_third_party_that_nobody_knows_may_be_meant_to_get_it()
        {
            var request = Sample.Post("https://api.payments.example/charge", $$"""{"card": {"number": "{{Shopper.Card}}"} }""") with
            {
                Fate = RequestFate.LetThrough,
            };

            var finding = Empty().Sends(0, request).Finding();

            finding.Message.Should().Be("api.payments.example, request 1: 'card.number' carries the shopper's card number.");
            finding.IsWarning.Should().BeTrue();
        }

        [TestCase("http://127.0.0.1:5000/account")]
        [TestCase("http://127.0.0.1:5000/api/register")]
        public void What_the_shop_itself_is_told_is_no_leak(string url)
        {
            var request = Sample.Post(url, $"email={Uri.EscapeDataString(Shopper.Mail)}") with { Fate = RequestFate.LetThrough };

            Empty().Sends(0, request).Judge().Findings.Should().BeEmpty();
        }

        [Test]
        public void A_push_that_no_request_tells_on_is_told_as_such()
        {
            var finding = Empty().At(Any.DataLayer).Sends(0, Sample.Push($$"""{"user": {"mail": "{{Shopper.Mail}}"} }""")).Finding();

            finding
                .Message.Should()
                .Be(
                    "message at Data layer: 'user.mail' holds the shopper's e-mail address, in the data layer only: no request carries it."
                );
            finding
                .NextMove.Should()
                .Be(
                    "Take 'user.mail' out of the push, because every tag of the page can read it there. "
                        + "If Data layer is meant to get it, say so by 'e-mail' under 'mayCarry' of the destination 'data layer'."
                );
        }

        [Test]
        public void A_push_that_a_request_tells_on_is_its_cause()
        {
            var walk = Empty()
                .At(Any.DataLayer, Any.Ga4)
                .Sends(0, Sample.Push($$"""{"user": {"mail": "{{Shopper.Mail}}"} }"""))
                .Fires("add_to_cart", parameters: new { em = Shopper.Mail }, at: Any.Ga4);

            var finding = Personal(walk).Single();

            finding.Message.Should().Be("add_to_cart at Google Analytics 4: 'em' carries the shopper's e-mail address.");
            finding.LikelyCause.Should().Be("The data layer holds it as 'user.mail' (request 1), where every tag can read it.");
        }

        [Test]
        public void The_address_of_a_page_is_told_though_no_request_carries_it()
        {
            var walk = Empty()
                .Recorded(recording =>
                    recording with
                    {
                        Visits =
                        [
                            new PageVisit
                            {
                                Number = 1,
                                Tab = 1,
                                Url = $"http://127.0.0.1:5000/login?user={Uri.EscapeDataString(Shopper.Mail)}",
                                From = TimeSpan.FromSeconds(1),
                                StepIndex = 0,
                            },
                        ],
                    }
                );

            walk.Finding()
                .Message.Should()
                .Be(
                    "The address of a page holds the shopper's e-mail address in step 'Put it into the cart'; no request that was recorded carries it."
                );
        }

        [Test]
        public void No_finding_prints_what_it_found()
        {
            var finding = Walk(new { em = Shopper.Mail }).Finding();

            finding.Found.Should().Be("the e-mail address of the walk's made-up shopper in 'em', as be…om (request 1)");
            string.Concat(finding.Message, finding.LikelyCause, finding.NextMove).Should().NotContain(Shopper.Mail);
        }
    }

    /// <summary>Meta's real script with advanced matching: <c>fbq('init', id, {em: 'jane@example.com'})</c>.</summary>
    public sealed class Advanced_matching
    {
        [Test]
        public void A_digest_is_named_by_its_field()
        {
            var finding = Personal(Matching(Meta, Any.Granted)).Should().ContainSingle().Subject;

            finding
                .Message.Should()
                .Be(
                    "PageView, ViewContent, AddToCart and 4 more events at Meta Pixel: 'ud.em' and 'aud.em' carry the shopper's e-mail address as SHA-256."
                );
            finding.LikelyCause.Should().Be("The tag matches customers, or reads the page's form fields by itself.");
            finding
                .NextMove.Should()
                .EndWith("If Meta Pixel is meant to get it, say so by 'hashed e-mail' under 'mayCarry' of the destination 'meta'.");
        }

        [Test]
        public void A_destination_may_carry_what_it_declares() =>
            Matching(Meta with { MayCarry = [PersonalDatum.HashedEmail] }, Any.Granted).Judge().Findings.Should().BeEmpty();

        [Test]
        public void But_only_where_consent_is_given()
        {
            var walk = Matching(Meta with { Needs = Need.ConsentMode, MayCarry = [PersonalDatum.HashedEmail] }, Any.Denied);

            Personal(walk)
                .Select(finding => finding.Message)
                .Should()
                .ContainSingle()
                .Which.Should()
                .EndWith("carry the shopper's e-mail address as SHA-256, though consent 'denied' does not allow it.");
        }

        [Test]
        public void What_two_parameters_say_in_different_events_is_found_twice() =>
            Personal(
                    Empty()
                        .At(Any.Ga4)
                        .Fires("login", parameters: new { user = Shopper.Mail })
                        .Fires("sign_up", second: 2, parameters: new { mail = Shopper.Mail })
                )
                .Select(finding => finding.Message)
                .Should()
                .Equal(
                    "login at Google Analytics 4: 'user' carries the shopper's e-mail address.",
                    "sign_up at Google Analytics 4: 'mail' carries the shopper's e-mail address."
                );

        [Test]
        public void What_is_hashed_is_not_allowed_plain() =>
            Walk(new { em = Shopper.Mail }, at: Any.Ga4 with { MayCarry = [PersonalDatum.HashedEmail] })
                .Finding()
                .Expected.Should()
                .Be("no personal data, but for hashed e-mail where consent is given");

        private static JudgedWalk Matching(Destination destination, ConsentPreset consent) =>
            new JudgedWalk()
                .At(destination)
                .With(Any.Conversion("none", "meta"))
                .Step("Look at the lamp")
                .Recorded(recording =>
                    recording with
                    {
                        Variables = Shopper.Variables("jane@example.com"),
                        Walk = Any.WalkLabel(consent.Name),
                    }
                )
                .Sends(0, CorpusShape.All().Single(shape => shape.ToString() == "captures/fb").Requests());
    }

    private static List<Finding> Personal(JudgedWalk walk) =>
        [.. walk.Judge().Findings.Where(finding => finding.Kind == FindingKind.PersonalData)];

    private static JudgedWalk Empty() =>
        new JudgedWalk().Step("Put it into the cart").Recorded(recording => recording with { Variables = Shopper.Variables() });

    private static JudgedWalk Walk(object parameters, string page = "https://shop.example/", Destination? at = null) =>
        new JudgedWalk()
            .At(at ?? Any.Ga4)
            .Step("Put it into the cart", Any.Expectation())
            .Recorded(recording => recording with { Variables = Shopper.Variables() })
            .Fires("add_to_cart", parameters: parameters, hit: hit => hit with { PageUrl = page });
}
