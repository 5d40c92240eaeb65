using FluentAssertions;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging.Counting;
using MicroConvQA.Judging.English;
using MicroConvQA.Matching;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.Counting;

/// <summary>
/// The table of <see cref="DuplicateRules"/>, row by row: a walk whose last hit the row decides, although a row below it holds as well. Who
/// swaps two rows that can meet sees it here.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class DuplicateRulesSpecs
{
    private const string NotStrict = "the dictionary does not know it, and the journey is not strict or ignores it";
    private const string Strict = "the dictionary does not know it, and the journey is strict";
    private const string MayBeOfAnother = "it may be of a step that lets it fire, and no expectation there has its count";
    private const string Never = "the journey says that it must never fire in its step";
    private const string PerhapsLetBy = "nobody knows its step, another step lets it fire, and it differs from what was counted";
    private const string LetBy = "its step lets it fire and does not expect it";
    private const string Full = "an expectation of its own step has its count";
    private const string StillAllowed = "the consent that its step withdraws still allowed it";
    private const string Repeats = "it repeats what another step counted, to the letter or against the counting rule";
    private const string Elsewhere = "the journey expects it only at other destinations";
    private const string Ignored = "no step expects it, and the journey ignores it";
    private const string Rest = "no step expects it there";

    private const string Cart = "add_to_cart";

    private static readonly Row[] Rows =
    [
        new(NotStrict, HitFate.NotTold, Strict, () => Of(Any.Step()).Fires("scroll")),
        new(Strict, HitFate.Unexpected, Rest, () => Of(Any.Step()).Journey(Strictly).Fires("scroll")),
        new(MayBeOfAnother, HitFate.NotTold, Never, () => Of(Lets(), Forbids()).Fires(Cart, step: 1, second: 0.5)),
        new(Never, HitFate.ForbiddenByNever, LetBy, () => Of(Forbids() with { May = [Cart] }).Fires(Cart)),
        new(PerhapsLetBy, HitFate.Untold, Full, AnotherProductInAHar) { Claim = 0 },
        new(LetBy, HitFate.NotTold, Full, () => Of(Expects(), Lets()).Fires(Cart).Fires(Cart, step: 1, second: 0.5)),
        new(Full, HitFate.Duplicate, StillAllowed, TwiceAroundTheWithdrawal) { Claim = 0 },
        new(Full, HitFate.Duplicate, Repeats, AgainWhatAnotherStepCounted) { Claim = 1 },
        new(StillAllowed, HitFate.NotTold, Repeats, BeforeTheWithdrawal),
        new(Repeats, HitFate.Duplicate, Elsewhere, () => CountedThenOnlyAtMixpanel().Fires(Cart, step: 1, second: 9)) { Claim = 0 },
        new(Elsewhere, HitFate.ForbiddenByOnly, Rest, () => OnlyAtMixpanel().Fires(Cart)) { Claim = 0 },
        new(Ignored, HitFate.NotTold, Rest, () => Of(Any.Step()).Ignoring(Cart).Fires(Cart)),
        new(Rest, HitFate.Unexpected, Rest, () => Of(Any.Step()).Fires(Cart)),
    ];

    [Test]
    public void Every_rule_of_the_table_has_its_row_here_in_its_order() =>
        Rows.Select(row => row.Rule).Distinct().Should().Equal(new DuplicateRules(new JudgedWalk().Open()).All.Select(rule => rule.When));

    [TestCaseSource(nameof(Rows))]
    public void The_first_rule_that_holds_decides(Row row)
    {
        var (rule, _, claim) = Decided(row);

        rule.When.Should().Be(row.Rule);
        rule.Fate.Should().Be(row.Fate);
        claim?.Claim.StepIndex.Should().Be(row.Claim);
        (claim is null).Should().Be(row.Claim is null);
    }

    [TestCaseSource(nameof(Rows))]
    public void Another_rule_would_have_held_after_it(Row row)
    {
        var (_, hit, _) = Decided(row);

        var other = new DuplicateRules(row.Walk().Open()).All.Single(rule => rule.When == row.Over);

        other.Ask(hit).Holds.Should().BeTrue();
    }

    private static (DuplicateRule Rule, UnclaimedHit Hit, PairedClaim? Claim) Decided(Row row)
    {
        var file = row.Walk().Open();
        return new DuplicateRules(file).Decide(file.Match.Leftovers[^1]);
    }

    private static JudgedWalk Of(params Step[] steps) => steps.Aggregate(new JudgedWalk(), (walk, step) => walk.Step(step));

    private static Journey Strictly(Journey journey) => journey with { Strict = true };

    private static Step Expects() => Any.Step("Buy", Any.Expectation());

    private static Step Lets() => Any.Step("Look around") with { May = [Cart] };

    private static Step Forbids() => Any.Step("Go on") with { Never = [Cart] };

    /// <summary>All steps are one: what one of them expects another lets fire.</summary>
    private static JudgedWalk AnotherProductInAHar() =>
        Of(Expects() with { Id = Words.WholeStepId, May = [Cart] })
            .With(Any.Conversion() with { Parameters = [Any.Parameter("item_id")] })
            .Fires(Cart, parameters: new { item_id = "A" })
            .Fires(Cart, second: 2, parameters: new { item_id = "B" });

    /// <summary>The first step counts A and the second B; then A fires in the second.</summary>
    private static JudgedWalk AgainWhatAnotherStepCounted() =>
        Of(Wants("A"), Wants("B"))
            .With(Any.Conversion() with { Parameters = [Any.Parameter("item_id")] })
            .Fires(Cart, parameters: new { item_id = "A" })
            .Fires(Cart, step: 1, second: 8, parameters: new { item_id = "B" })
            .Fires(Cart, step: 1, second: 9, parameters: new { item_id = "A" });

    private static Step Wants(string id) => Any.Step($"Buy {id}", Any.Expectation(Cart, ("item_id", new EqualTo(id))));

    /// <summary>The first step counts one; the second withdraws the consent, and what fires as it begins may be of both.</summary>
    private static JudgedWalk TwiceAroundTheWithdrawal() =>
        Withdrawing(Expects(), Expects()).Fires(Cart, at: Any.Mixpanel).Fires(Cart, step: 1, second: 0.5, at: Any.Mixpanel);

    private static JudgedWalk BeforeTheWithdrawal() =>
        Withdrawing(Expects(), Expects()).Fires(Cart, at: Any.Mixpanel).Fires(Cart, step: 1, second: 8, at: Any.Mixpanel);

    private static JudgedWalk Withdrawing(params Step[] steps) =>
        Of(steps)
            .At(Any.Mixpanel)
            .With(Any.Conversion(Cart, "mixpanel"))
            .Recorded(recording =>
                recording with
                {
                    Walk = Any.WalkLabel("granted"),
                    ConsentAnswers = [new(TimeSpan.FromSeconds(5), "granted"), new(Any.InStep(1, 9), "denied")],
                }
            );

    private static JudgedWalk OnlyAtMixpanel() =>
        Of(Any.Step("Buy", Any.Expectation() with { Only = ["mixpanel"] }))
            .At(Any.Ga4, Any.Mixpanel)
            .With(Any.Conversion(Cart, "ga4", "mixpanel"));

    private static JudgedWalk CountedThenOnlyAtMixpanel() =>
        Of(Expects(), Any.Step("Buy again", Any.Expectation() with { Only = ["mixpanel"] }))
            .At(Any.Ga4, Any.Mixpanel)
            .With(Any.Conversion(Cart, "ga4", "mixpanel"))
            .Fires(Cart);

    /// <param name="Rule">The rule that decides.</param>
    /// <param name="Fate">What the last hit is by it.</param>
    /// <param name="Over">A rule that holds as well and stands below it; the last one stands above nothing.</param>
    /// <param name="Walk">The walk.</param>
    internal sealed record Row(string Rule, HitFate Fate, string Over, Func<JudgedWalk> Walk)
    {
        /// <summary>The step of the expectation by which it is that; null = by none.</summary>
        public int? Claim { get; init; }

        public override string ToString() => $"{Rule} (before: {Over})";
    }
}
