using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Faults;
using MicroConvQA.Recording;

namespace MicroConvQA.Mutation;

/// <summary>Faults of a hit as a whole.</summary>
internal static class HitOperators
{
    // More than any tag may wait, in page time.
    private static readonly TimeSpan LongAfter = TimeSpan.FromSeconds(60);

    // An answer takes a moment: what was on its way is let pass.
    private static readonly TimeSpan BeforeTheAnswer = TimeSpan.FromSeconds(1);

    public static IEnumerable<PlantedFault> Drop(MutationBench bench, MutationTarget target) =>
        [new(null, "the hit is never sent", bench.Without(target))];

    public static IEnumerable<PlantedFault> Lose(MutationBench bench, MutationTarget target)
    {
        if (target.IsPush)
            return [];
        var lost = bench.Alone(target, request =>
            request with
            {
                Fate = RequestFate.NotDelivered,
                Status = null,
                Remark = "net::ERR_ABORTED",
            }
        );
        return [new(null, "the hit never leaves the browser", [.. bench.Without(target), lost])];
    }

    public static IEnumerable<PlantedFault> Double(MutationBench bench, MutationTarget target)
    {
        var copy = bench.Alone(target, request => request with { Number = bench.NextNumber });
        var hit = copy.Hits[0];
        if (hit.EventId is not { } id)
            return [new(null, "the hit is sent twice", bench.And(copy))];
        var fresh = bench.Rewriter.SetFact(
            target with
            {
                Carrier = target.Carrier with { Request = copy.Request },
            },
            id,
            OtherValue.Than(id),
            after => after.EventId is not null && after.EventId != id
        );
        return fresh is null
            ? [new(null, "the hit is sent twice with one id", null, EquivalenceRule.CountedOnce)]
            : [new(null, "the hit is sent twice", bench.And(fresh.Carrier with { Hits = [fresh.Hit with { Line = 0 }] }))];
    }

    public static IEnumerable<PlantedFault> Delay(MutationBench bench, MutationTarget target) =>
        [
            new(
                null,
                "the hit is created only a minute after the journey's end",
                bench.Moved(target, bench.Recording.Duration + LongAfter, bench.Recorded.Journey.Steps.Count - 1)
            )
            {
                // Nothing is created on a page that is closed: for this fault the shopper leaves the last one open.
                Recording = bench.Recording with
                {
                    Visits =
                    [
                        .. bench.Recording.Visits.Select(visit => visit == bench.Recording.Visits[^1] ? visit with { To = null } : visit),
                    ],
                },
            },
        ];

    public static IEnumerable<PlantedFault> Hurry(MutationBench bench, MutationTarget target)
    {
        var before = bench.Recording.Steps.FirstOrDefault(step => step.Index == target.Expectation.StepIndex - 1);
        return before?.StartedAt is { } started
            ?
            [
                new(
                    null,
                    $"the hit is created already when step '{before.Title}' begins",
                    bench.Moved(target, started + TimeSpan.FromMilliseconds(1), before.Index)
                ),
            ]
            : [];
    }

    public static IEnumerable<PlantedFault> Rename(MutationBench bench, MutationTarget target)
    {
        var name = $"{target.Hit.Event}_old";
        return [new(null, $"the event is named '{name}'", bench.With(target, bench.Rewriter.Name(target, name)))];
    }

    public static IEnumerable<PlantedFault> Stray(MutationBench bench, MutationTarget target)
    {
        var other = bench.Recorded.Dictionary.Conversions.FirstOrDefault(conversion =>
            conversion.At.TryGetValue(target.Destination.Name, out var at)
            && at.Event != target.Hit.Event
            && at.Where.Count == 0
            && bench.Recorded.Journey.Steps.All(step => step.Expect.All(expectation => expectation.Conversion != conversion.Name))
        );
        if (other is null)
            return [];
        var copy = bench.Alone(target, request => request with { Number = bench.NextNumber });
        var renamed = bench.Rewriter.Name(
            target with
            {
                Carrier = target.Carrier with { Request = copy.Request },
            },
            other.At[target.Destination.Name].Event
        );
        return
        [
            new(
                null,
                $"a '{other.Name}' fires beside it that nobody asked for",
                renamed is null ? null : bench.And(renamed.Carrier with { Hits = [renamed.Hit with { Line = 0 }] })
            ),
        ];
    }

    public static IEnumerable<PlantedFault> WrongAccount(MutationBench bench, MutationTarget target)
    {
        if (target.Destination.Account is not { } account || target.Hit.Account is null)
            return [];
        var other = OtherValue.Than(account);
        return
        [
            new(
                null,
                $"the account is '{other}'",
                bench.With(target, bench.Rewriter.SetFact(target, account, other, after => after.Account == other))
            ),
        ];
    }

    public static IEnumerable<PlantedFault> BeforeConsent(MutationBench bench, MutationTarget target)
    {
        if (
            target.Destination.Needs == Need.Nothing
            || bench.Recording.ConsentAnswers is not [var answer, ..]
            || answer.At <= BeforeTheAnswer
        )
            return [];
        if (target.Destination.Needs == Need.ConsentMode && target.Hit.Consent is { AnalyticsStorage: not true, AdStorage: not true })
            return
            [
                new(
                    null,
                    "the hit is sent before the consent question is answered, and says that nothing is granted",
                    null,
                    EquivalenceRule.WithoutConsent
                ),
            ];
        return [new(null, "the hit is sent before the consent question is answered", bench.Moved(target, answer.At - BeforeTheAnswer, -1))];
    }

    public static IEnumerable<PlantedFault> ConsentSignal(MutationBench bench, MutationTarget target)
    {
        if (target.Destination.Needs != Need.ConsentMode || target.Hit.Consent is not { } signal)
            return [];
        var said = signal.AnalyticsStorage == true ? "G100" : "G111";
        var bare = bench.Rewriter.SetField(target, "gcd", _ => null, _ => true) ?? target;
        return
        [
            new(
                null,
                $"the consent signal is {said}",
                bench.With(
                    target,
                    bench.Rewriter.SetField(bare, "gcs", _ => said, after => after.Consent?.AnalyticsStorage != signal.AnalyticsStorage)
                )
            ),
        ];
    }

    public static IEnumerable<PlantedFault> PersonalData(MutationBench bench, MutationTarget target)
    {
        if ((string?)bench.Recording.Variables.GetValueOrDefault("person.email") is not { Length: > 0 } mail)
            return [];
        return [new(null, "the shopper's e-mail address is sent along", bench.With(target, bench.Rewriter.Add(target, "_contact", mail)))];
    }
}
