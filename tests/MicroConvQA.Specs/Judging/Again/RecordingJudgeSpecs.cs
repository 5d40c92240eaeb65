using FluentAssertions;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Again;
using MicroConvQA.Recording;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.Again;

/// <summary>From texts and bytes to the verdict, with the real readers and decoders.</summary>
internal sealed class RecordingJudgeSpecs
{
    private const string Dictionary = """
        conversions:
          add_to_cart:
            title: Add to cart
            definition: A product was put into the cart.
            trigger: The shopper clicks 'Add to cart'.
            stage: consideration
            tier: 1
            weight: 8
            owner: growth
            parameters:
              currency: currency
              value: money
            at:
              ga4: add_to_cart
            history:
              - {date: 2026-01-01, change: First version.}
        """;

    private const string Journey = """
        journey: guest-checkout
        steps:
          - step: Put it into the cart
            do:
              - click: Add to cart
            expect:
              - add_to_cart: {value: 129.9}
        """;

    private const string Hit =
        "https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&_p=1&cid=1.1&en=add_to_cart&ep.currency=EUR&epn.value=129.9"
        + "&dl=http%3A%2F%2F127.0.0.1%3A5000%2F&sid=1&_s=1";

    [Test]
    public void A_recording_is_judged_by_its_own_texts()
    {
        var verdict = Judge(Recording());

        verdict.Findings.Should().BeEmpty();
        verdict.Status.Should().Be(VerdictStatus.Passed);
        verdict.Expectations.Single().Title.Should().Be("Add to cart");
    }

    [Test]
    public void A_recording_that_was_written_and_read_gives_the_same_verdict()
    {
        var recording = Recording() with { Requests = [] };
        var again = RecordingStore.Read(new RecordingStore().Write(recording), "recording.json");

        Judge(again).Findings.Should().BeEquivalentTo(Judge(recording).Findings).And.ContainSingle();
    }

    [Test]
    public void It_is_judged_by_an_edited_checklist()
    {
        var edited = new SourceText("journeys/guest-checkout.yaml", Journey.Replace("129.9", "99", StringComparison.Ordinal));

        var verdict = new RecordingJudge((_, _) => Any.Configuration(Any.Ga4)).Judge(Recording(), [Texts().Dictionary, edited]);

        verdict
            .Findings.Single()
            .Message.Should()
            .Be("add_to_cart at Google Analytics 4: value must be 99, but is 129.9 in step 'Put it into the cart'.");
    }

    [Test]
    public void A_checklist_without_the_recorded_journey_is_refused()
    {
        var other = new SourceText("journeys/other.yaml", Journey.Replace("guest-checkout", "sign-up", StringComparison.Ordinal));

        FluentActions
            .Invoking(() => new RecordingJudge((_, _) => Any.Configuration(Any.Ga4)).Judge(Recording(), [Texts().Dictionary, other]))
            .Should()
            .Throw<SourceProblemException>()
            .WithMessage(
                "journeys/other.yaml(1,*): error: the recording is of the journey "
                    + "'guest-checkout', which the checklist does not have. It has 'sign-up'."
            );
    }

    [Test]
    public void A_checklist_with_mistakes_names_all_of_them()
    {
        var wrong = new SourceText("journeys/guest-checkout.yaml", Journey.Replace("expect:", "expct:", StringComparison.Ordinal));

        FluentActions
            .Invoking(() => new RecordingJudge((_, _) => Any.Configuration(Any.Ga4)).Judge(Recording(), [Texts().Dictionary, wrong]))
            .Should()
            .Throw<SourceProblemException>()
            .WithMessage("*expct*");
    }

    [Test]
    public void It_is_decoded_by_the_declared_vendors_that_it_holds_or_by_edited_ones()
    {
        var recording = Recording() with { Vendors = [new("journeys/vendors/own.yaml", "vendor: own\nhit: {event: query.e}\n")] };
        var edited = new SourceText("journeys/vendors/own.yaml", "vendor: own\nhit: {event: query.name}\n");
        var used = new List<SourceText>();
        var judge = new RecordingJudge(
            (_, vendors) =>
            {
                used.AddRange(vendors);
                return Any.Configuration(Any.Ga4);
            }
        );

        judge.Judge(recording);
        judge.Judge(recording, [Texts().Dictionary, Texts().Journey]);
        judge.Judge(recording, [Texts().Dictionary, Texts().Journey, edited]);

        used.Should().Equal(recording.Vendors[0], recording.Vendors[0], edited);
    }

    private static JourneyVerdict Judge(JourneyRecording recording) =>
        new RecordingJudge((_, _) => Any.Configuration(Any.Ga4)).Judge(recording);

    private static (SourceText Journey, SourceText Dictionary) Texts() =>
        (new("journeys/guest-checkout.yaml", Journey), new("journeys/dictionary.yaml", Dictionary));

    private static JourneyRecording Recording() =>
        Any.Recording(
            Any.Journey(Any.Step("Put it into the cart") with { Id = "put-it-into-the-cart" }),
            Any.Request() with
            {
                Url = Hit,
                Body = [],
                BodyState = BodyState.None,
            }
        ) with
        {
            Sources = [Texts().Journey],
            Dictionary = Texts().Dictionary,
        };
}
