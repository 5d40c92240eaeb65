using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using MicroConvQA.Reporting;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

internal static partial class JourneyJudgeSpecs
{
    public sealed class Consent
    {
        private static JudgedWalk Asked(string preset, double answeredAt = 5) =>
            new JudgedWalk()
                .At(Any.Ga4, Any.Mixpanel)
                .With(Any.Conversion("add_to_cart", "ga4", "mixpanel"))
                .Step(Cart, Any.Expectation())
                .Recorded(recording =>
                    recording with
                    {
                        Walk = Any.WalkLabel(preset),
                        ConsentAnswers = preset == "none" ? [] : [new(TimeSpan.FromSeconds(answeredAt), preset)],
                    }
                );

        [Test]
        public void What_the_preset_does_not_allow_becomes_never()
        {
            var verdict = Asked("denied").Fires("add_to_cart", at: Any.Ga4).Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
            verdict
                .Expectations.Single()
                .Destinations[1]
                .Expected.Should()
                .Be("nothing, because consent 'denied' does not grant analytics, which Mixpanel needs");
        }

        [Test]
        public void A_hit_against_consent_is_a_finding_of_its_expectation()
        {
            var verdict = Asked("denied").Fires("add_to_cart", at: Any.Ga4).Fires("add_to_cart", at: Any.Mixpanel).Judge();

            var finding = verdict.Expectations.Single().Destinations[1].Findings.Single();
            finding.Kind.Should().Be(FindingKind.AgainstConsent);
            finding
                .Message.Should()
                .Be(
                    "add_to_cart at Mixpanel: sent once in step 'Put it into the cart', "
                        + "though consent 'denied' does not grant analytics, which Mixpanel needs."
                );
            verdict.StrayFindings.Should().BeEmpty();
        }

        [Test]
        public void Whatever_is_sent_before_the_answer_is_before_consent()
        {
            var finding = Asked("granted")
                .Fires("add_to_cart", at: Any.Ga4)
                .Fires("add_to_cart", at: Any.Mixpanel)
                .Fires("identify", step: -1, second: 2, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State })
                .Finding();

            finding.Kind.Should().Be(FindingKind.BeforeConsent);
            finding
                .Message.Should()
                .Be(
                    "identify at Mixpanel: sent once before the first step, before the consent question was answered; "
                        + "Mixpanel needs consent to analytics."
                );
        }

        [Test]
        public void What_is_sent_after_the_answer_and_before_the_first_step_is_allowed() =>
            Asked("granted", answeredAt: 1)
                .Fires("add_to_cart", at: Any.Ga4)
                .Fires("add_to_cart", at: Any.Mixpanel)
                .Fires("identify", step: -1, second: 2, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State })
                .Judge()
                .Status.Should()
                .Be(VerdictStatus.Passed);

        [Test]
        public void An_unanswered_question_allows_nothing() =>
            Asked("none")
                .Fires("add_to_cart", at: Any.Ga4)
                .Fires("add_to_cart", at: Any.Mixpanel)
                .Finding()
                .Kind.Should()
                .Be(FindingKind.BeforeConsent);

        [Test]
        public void Consent_withdrawn_midway_is_judged_by_the_time_of_sending()
        {
            var walk = Asked("granted")
                .Step("Withdraw", Any.Expectation())
                .Recorded(recording => recording with { ConsentAnswers = [.. recording.ConsentAnswers, new(Any.InStep(1, 0.5), "denied")] })
                .Fires("add_to_cart", at: Any.Ga4)
                .Fires("add_to_cart", at: Any.Mixpanel)
                .Fires("add_to_cart", step: 1, at: Any.Ga4);

            walk.Judge().Status.Should().Be(VerdictStatus.Passed);
            walk.Fires("add_to_cart", step: 1, at: Any.Mixpanel).Finding().Kind.Should().Be(FindingKind.AgainstConsent);
        }

        [Test]
        public void A_step_that_changes_the_consent_is_expected_by_the_one_at_its_end() =>
            Asked("granted")
                .Recorded(recording => recording with { ConsentAnswers = [.. recording.ConsentAnswers, new(Any.InStep(0, 3), "denied")] })
                .Fires("add_to_cart", second: 4, at: Any.Ga4)
                .Judge()
                .Expectations.Single()
                .Destinations[1]
                .Expected.Should()
                .StartWith("nothing, because consent 'denied'");

        [TestCase(2, true)]
        [TestCase(3.1, true)]
        [TestCase(3.6, false)]
        public void What_such_a_step_sent_while_the_consent_allowed_it_is_no_finding(double second, bool isAllowed) =>
            Asked("granted")
                .Recorded(recording => recording with { ConsentAnswers = [.. recording.ConsentAnswers, new(Any.InStep(0, 3), "denied")] })
                .Fires("add_to_cart", second: second, at: Any.Ga4)
                .Fires("add_to_cart", second: second, at: Any.Mixpanel)
                .Judge()
                .Findings.Select(finding => finding.Kind)
                .Should()
                .Equal(isAllowed ? [] : [FindingKind.AgainstConsent]);

        [Test]
        public void One_too_many_of_it_still_is() =>
            Asked("granted")
                .Recorded(recording => recording with { ConsentAnswers = [.. recording.ConsentAnswers, new(Any.InStep(0, 3), "denied")] })
                .Fires("add_to_cart", at: Any.Ga4)
                .Fires("add_to_cart", second: 2, at: Any.Mixpanel)
                .Fires("add_to_cart", second: 2.1, at: Any.Mixpanel)
                .Finding()
                .Kind.Should()
                .Be(FindingKind.Unexpected);

        [Test]
        public void What_was_held_back_until_the_consent_allowed_it_is_no_finding() =>
            Asked("denied")
                .Step("Agree after all")
                .Recorded(recording => recording with { ConsentAnswers = [.. recording.ConsentAnswers, new(Any.InStep(1, 1), "granted")] })
                .Fires("add_to_cart", at: Any.Ga4)
                .Fires("add_to_cart", step: 1, second: 2, at: Any.Mixpanel, hit: hit =>
                    hit with
                    {
                        StatedTime = Any.StartedAt + Any.InStep(0, 1.2),
                    }
                )
                .Judge()
                .Findings.Should()
                .BeEmpty();

        [TestCase(3.1, false)]
        [TestCase(3.6, true)]
        public void What_was_on_its_way_when_the_consent_was_withdrawn_is_forgiven_and_what_came_later_is_not(
            double second,
            bool isFinding
        ) =>
            Asked("granted")
                .Recorded(recording => recording with { ConsentAnswers = [.. recording.ConsentAnswers, new(Any.InStep(0, 3), "denied")] })
                .Fires("add_to_cart", second: 4, at: Any.Ga4)
                .Fires("identify", second: second, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State })
                .Judge()
                .Findings.Any(finding => finding.Kind == FindingKind.AgainstConsent)
                .Should()
                .Be(isFinding);

        [TestCase(3.9, false)]
        [TestCase(4.1, true)]
        public void On_a_busy_machine_an_answer_takes_as_long_as_it_was_being_given(double second, bool isFinding) =>
            Asked("granted")
                .Recorded(recording =>
                    recording with
                    {
                        ConsentAnswers = [.. recording.ConsentAnswers, new(Any.InStep(0, 3), "denied") { UsedAt = Any.InStep(0, 3.8) }],
                    }
                )
                .Fires("identify", second: second, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State })
                .Judge()
                .Findings.Any(finding => finding.Kind == FindingKind.AgainstConsent)
                .Should()
                .Be(isFinding);

        [TestCase(2.9, false)]
        [TestCase(3.05, true)]
        public void What_a_page_sends_that_was_opened_after_the_withdrawal_was_not_on_its_way(double opened, bool isFinding) =>
            Asked("granted")
                .Recorded(recording =>
                    recording with
                    {
                        ConsentAnswers = [.. recording.ConsentAnswers, new(Any.InStep(0, 3), "denied") { UsedAt = Any.InStep(0, 3.8) }],
                        Visits =
                        [
                            new PageVisit
                            {
                                Number = 1,
                                Tab = 1,
                                Url = "https://shop.example/",
                                From = Any.InStep(0, opened),
                                StepIndex = 0,
                            },
                        ],
                    }
                )
                .Fires(
                    "identify",
                    second: 3.1,
                    at: Any.Mixpanel,
                    hit: hit => hit with { Role = HitRole.State },
                    request: request => request with { Visit = 1 }
                )
                .Judge()
                .Findings.Any(finding => finding.Kind == FindingKind.AgainstConsent)
                .Should()
                .Be(isFinding);

        [Test]
        public void What_was_tried_and_never_sent_is_against_nobodys_consent() =>
            Asked("denied")
                .Fires("add_to_cart", at: Any.Ga4)
                .Fires(
                    "identify",
                    at: Any.Mixpanel,
                    hit: hit => hit with { Role = HitRole.State },
                    request: request => request with { Fate = RequestFate.NotDelivered }
                )
                .Judge()
                .Status.Should()
                .Be(VerdictStatus.Passed);

        [Test]
        public void One_event_before_the_answer_and_against_it_is_two_findings_however_often_it_was_sent() =>
            Asked("denied")
                .Fires("add_to_cart", at: Any.Ga4)
                .Fires("identify", step: -1, second: 1, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State })
                .Fires("identify", step: -1, second: 2, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State })
                .Fires("identify", second: 2, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State })
                .Judge()
                .Findings.Select(finding => finding.Kind)
                .Should()
                .BeEquivalentTo([FindingKind.BeforeConsent, FindingKind.AgainstConsent]);

        private static JudgedWalk WithAnotherPixel(string preset, Need needs = Need.Ads) =>
            Asked(preset)
                .At(Any.Ga4, Any.Mixpanel with { Account = "own", Needs = needs })
                .Fires("add_to_cart", at: Any.Ga4)
                .Fires("page_view", at: Any.Mixpanel, hit: hit => hit with { Account = "agency" })
                .Fires("add_to_cart", second: 1.2, at: Any.Mixpanel, hit: hit => hit with { Account = "agency" });

        [Test]
        public void What_another_property_of_a_vendor_is_sent_needs_the_consent_that_the_vendor_needs()
        {
            var finding = WithAnotherPixel("denied").Finding();

            finding.Kind.Should().Be(FindingKind.AgainstConsent);
            finding
                .Message.Should()
                .Be(
                    "page_view and add_to_cart at 'agency', another property than Mixpanel's 'own': sent twice in step 'Put it into the cart', "
                        + "though consent 'denied' does not grant ads, which Mixpanel needs."
                );
            finding
                .NextMove.Should()
                .Be(
                    "Find what loads the tag of 'agency': let it wait for consent to ads as that of Mixpanel does, or remove it. "
                        + "Where it needs none, declare it as a destination of its own with \"needs\": \"nothing\"."
                );
        }

        [TestCase("granted", Need.Ads)]
        [TestCase("denied", Need.ConsentMode)]
        [TestCase("denied", Need.Nothing)]
        public void Where_the_vendor_may_be_sent_hits_so_may_its_other_properties(string preset, Need needs) =>
            WithAnotherPixel(preset, needs).Judge().Findings.Should().NotContain(finding => finding.Kind == FindingKind.AgainstConsent);

        [Test]
        public void What_another_property_is_sent_before_the_answer_is_before_consent() =>
            WithAnotherPixel("none")
                .Finding()
                .Message.Should()
                .Contain("before the consent question was answered; Mixpanel needs consent to ads.");

        [TestCase("granted")]
        [TestCase("none")]
        public void What_the_opening_did_not_answer_holds_from_the_start(string preset)
        {
            var withdrawn = Asked(preset)
                .Recorded(recording => recording with { ConsentAnswers = [new(Any.InStep(0, 5), "denied")] })
                .Fires("identify", step: -1, second: 2, at: Any.Mixpanel, hit: hit => hit with { Role = HitRole.State });

            withdrawn.Judge().Findings.Any(finding => finding.Kind == FindingKind.BeforeConsent).Should().Be(preset == "none");
        }

        private static readonly Destination Signalled = Any.Ga4 with { Needs = Need.ConsentMode };

        private static JudgedWalk WithSignal(string preset, ConsentSignal? signal) =>
            new JudgedWalk()
                .At(Signalled)
                .Step(Cart, Any.Expectation())
                .Recorded(recording =>
                    recording with
                    {
                        Walk = Any.WalkLabel(preset),
                        ConsentAnswers = [new(TimeSpan.FromSeconds(1), preset)],
                    }
                )
                .Fires("add_to_cart", hit: hit => hit with { Consent = signal });

        [Test]
        public void A_signal_that_agrees_passes() =>
            WithSignal(
                    "denied",
                    new()
                    {
                        AdStorage = false,
                        AnalyticsStorage = false,
                        Raw = "gcs=G100",
                    }
                )
                .Judge()
                .Status.Should()
                .Be(VerdictStatus.Passed);

        [Test]
        public void A_signal_that_disagrees_is_a_finding()
        {
            var finding = WithSignal(
                    "denied",
                    new()
                    {
                        AdStorage = false,
                        AnalyticsStorage = true,
                        Raw = "gcs=G101",
                    }
                )
                .Finding();

            finding.Kind.Should().Be(FindingKind.AgainstConsent);
            finding
                .Message.Should()
                .Be(
                    "add_to_cart at Google Analytics 4: the hit says that analytics_storage is granted, "
                        + "though consent 'denied' does not grant it in step 'Put it into the cart'."
                );
            finding.Found.Should().Be("1 hit with gcs=G101");
        }

        [TestCase("analytics_storage")]
        [TestCase("ad_storage")]
        [TestCase("ad_user_data")]
        [TestCase("ad_personalization")]
        public void Each_of_the_four_purposes_is_held_against_the_consent(string purpose)
        {
            var signal = new ConsentSignal
            {
                AnalyticsStorage = purpose == "analytics_storage",
                AdStorage = purpose == "ad_storage",
                AdUserData = purpose == "ad_user_data",
                AdPersonalization = purpose == "ad_personalization",
                Raw = "gcd",
            };

            WithSignal("denied", signal)
                .Finding()
                .Message.Should()
                .Contain($"the hit says that {purpose} is granted, though consent 'denied' does not grant it");
        }

        [TestCase("none", FindingKind.BeforeConsent)]
        [TestCase("denied", FindingKind.AgainstConsent)]
        public void A_wrong_signal_is_before_the_answer_or_against_it(string preset, FindingKind kind) =>
            WithSignal(preset, new() { AnalyticsStorage = true, Raw = "gcd" }).Finding().Kind.Should().Be(kind);

        [TestCase(
            "denied",
            true,
            't',
            true,
            null,
            "The default is wrong: it grants analytics_storage, and no update followed (letter 't' of gcd)."
        )]
        [TestCase("denied", true, 'r', false, true, "The update is wrong: it grants analytics_storage (letter 'r' of gcd).")]
        [TestCase("granted", false, 'q', false, false, "The update is wrong: it denies analytics_storage (letter 'q' of gcd).")]
        [TestCase(
            "granted",
            false,
            'p',
            false,
            null,
            "The default denies analytics_storage, and no update has followed (letter 'p' of gcd): it did not reach the tag, or came after the event."
        )]
        public void The_letters_tell_whether_the_default_or_the_update_is_wrong(
            string preset,
            bool said,
            char letter,
            bool? byDefault,
            bool? update,
            string cause
        ) =>
            WithSignal(
                    preset,
                    new()
                    {
                        AnalyticsStorage = said,
                        History = [new("analytics_storage", letter, byDefault, update)],
                        Raw = "gcd",
                    }
                )
                .Finding()
                .LikelyCause.Should()
                .Be(cause);

        [TestCase("npa", "ad_personalization", "denied", true)]
        [TestCase("gcs", "analytics_storage", "denied", true)]
        [TestCase("gcs", "ad_storage", "partial", true)]
        [TestCase("npa", "ad_personalization", "granted", false)]
        [TestCase("gcs", "analytics_storage", "partial", false)]
        public void A_field_beside_gcd_that_says_another_thing_is_held_against_the_consent_too(
            string field,
            string purpose,
            string preset,
            bool isFinding
        )
        {
            var signal = new ConsentSignal
            {
                AnalyticsStorage = preset != "denied",
                AdPersonalization = preset == "granted",
                Besides = [new(field, purpose, true)],
                Raw = "gcd",
            };

            var findings = WithSignal(preset, signal).Judge().Findings.ToList();

            findings
                .Select(finding => finding.Message)
                .Should()
                .Equal(
                    isFinding
                        ?
                        [
                            $"add_to_cart at Google Analytics 4: the hit says by {field} that {purpose} is granted, though consent '{preset}' does not grant it in step 'Put it into the cart'.",
                        ]
                        : []
                );
            findings
                .Select(finding => finding.LikelyCause)
                .Should()
                .Equal(
                    isFinding
                        ?
                        [
                            $"gcd of the same hit says the opposite. Google's tags write {field} and gcd from one state: another script writes the hit, or something changes it on its way.",
                        ]
                        : []
                );
        }

        [Test]
        public void What_was_held_against_which_consent_is_told()
        {
            var verdict = new JudgedWalk()
                .At(Signalled, Any.Mixpanel with { Needs = Need.Ads })
                .With(Any.Conversion("add_to_cart", "ga4", "mixpanel"))
                .Step(Cart, Any.Expectation())
                .Recorded(recording =>
                    recording with
                    {
                        Walk = Any.WalkLabel("partial"),
                        ConsentAnswers = [new(TimeSpan.FromSeconds(5), "partial")],
                        Stored =
                        [
                            new StorageLook
                            {
                                At = TimeSpan.FromSeconds(12),
                                StepIndex = 0,
                                Appeared =
                                [
                                    new()
                                    {
                                        Kind = StorageKind.Cookie,
                                        Name = "_ga",
                                        Domain = ".shop.example",
                                    },
                                ],
                            },
                        ],
                    }
                )
                .Fires("add_to_cart", at: Signalled, hit: hit => hit with { Consent = new()
                        {
                            AdStorage = false,
                            AdUserData = false,
                            AnalyticsStorage = true,
                            Raw = "gcs=G101",
                        } })
                .Judge();

            verdict.Status.Should().Be(VerdictStatus.Passed);
            ConsentText
                .Of(verdict)
                .SelectMany(state => state.Destinations.Prepend(state.Consent))
                .Should()
                .Equal(
                    "consent 'none', which grants nothing",
                    "Google Analytics 4 by consent mode: nothing came",
                    "Mixpanel needs ads, which it does not grant: nothing came",
                    "consent 'partial', which grants analytics",
                    "Google Analytics 4 by consent mode: 1 hit, 1 name stored; said: analytics_storage granted; ad_storage and ad_user_data denied",
                    "Mixpanel needs ads, which it does not grant: nothing came"
                );
        }

        [Test]
        public void Where_nothing_needs_consent_nothing_is_held_against_it() =>
            new JudgedWalk().At(Any.Ga4).Step(Cart, Any.Expectation()).Fires("add_to_cart").Judge().Consent.Should().BeEmpty();

        [TestCase("500", "The update came 0.8 s after the hit had left with the default, whose wait_for_update is 500 ms.")]
        [TestCase(null, "The update came 0.8 s after the hit had left with the default, which names no wait_for_update.")]
        public void A_hit_that_did_not_wait_for_the_update_says_by_how_much_it_was_too_early(string? wait, string cause)
        {
            var layer = Any.Ga4 with { Name = "layer", Vendor = "datalayer", Account = null };
            Func<Hit, Hit> command = hit => hit with { Role = HitRole.State };

            var findings = WithSignal(
                    "granted",
                    new()
                    {
                        AnalyticsStorage = false,
                        History = [new("analytics_storage", 'p', false, null)],
                        Raw = "gcd",
                    }
                )
                .At(Signalled, layer)
                .Fires(
                    "consent",
                    second: 0.5,
                    at: layer,
                    hit: command,
                    parameters: wait is null ? new { command = "default" } : new { command = "default", wait_for_update = wait }
                )
                .Fires("consent", second: 1.9, at: layer, hit: command, parameters: new { command = "update" })
                .Judge()
                .Findings;

            findings.Single(finding => finding.Kind == FindingKind.AgainstConsent).LikelyCause.Should().Be(cause);
        }

        [Test]
        public void A_hit_without_a_signal_is_a_finding() =>
            WithSignal("granted", null)
                .Finding()
                .Message.Should()
                .Be(
                    "add_to_cart at Google Analytics 4: " + "the hit does not say which consent is in force in step 'Put it into the cart'."
                );

        [TestCase(20.9, VerdictStatus.Passed)]
        [TestCase(19.9, VerdictStatus.Failed)]
        public void An_update_takes_a_moment_also_where_the_push_tells_when_the_event_was_made(double answered, VerdictStatus status)
        {
            var layer = Any.Ga4 with { Name = "layer", Vendor = "datalayer", Account = null };

            var walk = new JudgedWalk()
                .At(Signalled, layer)
                .With(Any.Conversion("add_to_cart", "ga4", "layer"))
                .Step("Answer")
                .Step(Cart, Any.Expectation())
                .Recorded(recording =>
                    recording with
                    {
                        Walk = Any.WalkLabel("none"),
                        ConsentAnswers = [new(TimeSpan.FromSeconds(answered), "granted")],
                    }
                )
                .Fires("add_to_cart", step: 1, second: 1, at: layer)
                .Fires("add_to_cart", step: 1, hit: hit => hit with { Consent = new()
                        {
                            AdStorage = false,
                            AnalyticsStorage = false,
                            Raw = "gcs=G100",
                        } });

            walk.Judge().Status.Should().Be(status);
        }

        [TestCase(9.8, VerdictStatus.Passed)]
        [TestCase(10.9, VerdictStatus.Failed)]
        public void An_update_takes_a_moment_but_a_page_that_was_opened_after_the_answer_knows_it(double opened, VerdictStatus status) =>
            new JudgedWalk()
                .At(Signalled)
                .Step(Cart, Any.Expectation())
                .Recorded(recording =>
                    recording with
                    {
                        Walk = Any.WalkLabel("none"),
                        ConsentAnswers = [new(TimeSpan.FromSeconds(10.6), "granted")],
                        Visits =
                        [
                            new PageVisit
                            {
                                Number = 1,
                                Tab = 1,
                                Url = "https://shop.example/",
                                From = TimeSpan.FromSeconds(opened),
                                StepIndex = 0,
                            },
                        ],
                    }
                )
                .Fires(
                    "add_to_cart",
                    hit: hit =>
                        hit with
                        {
                            Consent = new()
                            {
                                AdStorage = false,
                                AnalyticsStorage = false,
                                Raw = "gcs=G100",
                            },
                        },
                    request: request => request with { Visit = 1, At = TimeSpan.FromSeconds(11.1) }
                )
                .Judge()
                .Status.Should()
                .Be(status);

        [Test]
        public void A_signal_that_says_nothing_of_any_purpose_is_a_finding()
        {
            var finding = WithSignal("granted", new() { Raw = "gcs=G1-- gcd=13l3l3l3l1l1" }).Finding();

            finding
                .Message.Should()
                .Be("add_to_cart at Google Analytics 4: the hit does not say which consent is in force in step 'Put it into the cart'.");
            finding.Found.Should().Be("1 hit with gcs=G1-- gcd=13l3l3l3l1l1");
            finding.LikelyCause.Should().Be("No consent default was set before the tag was configured.");
        }
    }
}
