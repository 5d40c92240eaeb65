using FluentAssertions;
using MicroConvQA.Attribution;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;
using NUnit.Framework;

namespace MicroConvQA.Specs.Matching;

internal sealed class ClaimPairingSpecs
{
    [Test]
    public void A_hit_that_fits_two_expectations_starves_neither()
    {
        // The first expectation fits both hits, the second only the first hit.
        var report = Pair([Claim(0, step: 0), Claim(1, step: 0, ("id", new EqualTo("A")))], [Hit(1, step: 0, "A"), Hit(2, step: 0, "B")]);

        Numbers(report).Should().Equal("2", "1");
        report.Leftovers.Should().BeEmpty();
    }

    [Test]
    public void Equal_hits_are_taken_in_their_order()
    {
        var report = Pair([Claim(0, step: 0), Claim(1, step: 0)], [Hit(1, step: 0, "A"), Hit(2, step: 0, "A")]);

        Numbers(report).Should().Equal("1", "2");
    }

    [Test]
    public void The_nearest_miss_is_the_one_with_the_fewest_differences()
    {
        var report = Pair(
            [Claim(0, step: 0, ("id", new EqualTo("A")), ("size", new EqualTo("L")))],
            [Hit(1, step: 0, "B", "M"), Hit(2, step: 0, "A", "M")]
        );

        Numbers(report).Should().Equal("2");
        report.Leftovers.Select(hit => hit.Request).Should().Equal(1);
    }

    [Test]
    public void A_wrong_hit_of_the_same_step_is_nearer_than_one_of_another_step()
    {
        var report = Pair([Claim(0, step: 1, ("id", new EqualTo("A")))], [Hit(1, step: 1, "B"), Hit(2, step: 2, "A")]);

        Numbers(report).Should().Equal("1");
    }

    [Test]
    public void A_hit_of_another_step_must_have_what_the_journey_asks_for()
    {
        var report = Pair([Claim(0, step: 0, ("id", new EqualTo("A")))], [Hit(1, step: 2, "B")]);

        Numbers(report).Should().Equal("");
    }

    [Test]
    public void A_hit_that_may_belong_to_several_steps_serves_the_one_that_lacks_it()
    {
        var loose = Hit(1, step: 1, "A") with { FirstStep = 0 };

        var report = Pair([Claim(0, step: 0), Claim(1, step: 1)], [loose, Hit(2, step: 1, "A")]);

        Numbers(report).Should().Equal("1", "2");
    }

    [Test]
    public void What_must_never_fire_there_is_nobodys_nearest_miss()
    {
        var report = Pair([Claim(0, step: 2)], [Hit(1, step: 0, "A")], hit => hit.StepIndex == 0);

        Numbers(report).Should().Equal("");
        report.Leftovers.Should().ContainSingle();
    }

    [Test]
    public void More_than_enough_is_taken_up_to_the_highest_count()
    {
        var claim = Claim(0, step: 0) with { Expectation = Any.Expectation() with { Times = new CountRule(1, 2) } };

        var report = Pair([claim], [Hit(1, step: 0, "A"), Hit(2, step: 0, "A"), Hit(3, step: 0, "A")]);

        Numbers(report).Should().Equal("1 2");
        report.Leftovers.Select(hit => hit.Request).Should().Equal(3);
    }

    private static MatchReport Pair(Claim[] claims, AttributedHit[] hits, Func<LedgerHit, bool>? isForbidden = null)
    {
        var checks = new ParameterChecks(new ConditionEvaluator(VariableValues.None, _ => false), ShopperTexts.None);
        return new Ledger(new EventIndex(Any.Dictionary(), [Any.Ga4]), checks).Balance(
            [.. hits.Select((hit, order) => hit with { Order = order })],
            claims,
            isForbidden ?? (_ => false)
        );
    }

    private static IEnumerable<string> Numbers(MatchReport report) =>
        report.Claims.Select(claim => string.Join(" ", claim.Hits.Select(hit => hit.Request)));

    private static Claim Claim(int number, int step, params (string, Condition)[] conditions) =>
        new()
        {
            ExpectationIndex = number,
            StepIndex = step,
            Expectation = Any.Expectation("add_to_cart", conditions),
            Conversion = Any.Conversion(),
            Destination = Any.Ga4,
            Mode = ClaimMode.Required,
            Consent = Any.Granted,
        };

    private static AttributedHit Hit(int number, int step, string id, string size = "L")
    {
        var request = Any.Request(number, step, Any.InStep(step, number));
        return new()
        {
            Hit = Any.Hit(parameters: new { id, size }, request: request),
            Earliest = request.At,
            Latest = request.At,
            EarliestOnPage = request.At,
            FirstStep = step,
            LastStep = step,
            StepIndex = step,
            Reason = "any reason",
        };
    }
}
