using System.Globalization;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration.Settling;

/// <summary>The keys of <c>settle</c>, with the ranges of <see cref="SettleLimits"/>.</summary>
internal static class SettleTable
{
    private static readonly Key<TimeSpan> Within = Key.Optional(
        "within",
        Between(0.1, 60),
        "How long a step waits for what it expects, at each vendor that sends at once, 100ms to 60s.",
        "5s"
    );

    private static readonly Key<TimeSpan> Quiet = Key.Optional(
        "quiet",
        Between(0.05, 10),
        "How long no analytics request may arrive before a walk is closed, 50ms to 10s.",
        "300ms"
    );

    private static readonly Key<TimeSpan> Horizon = Key.Optional(
        "horizon",
        Between(0, 120),
        "How much page time passes at the end so that batches are sent, on a virtual clock; 0 to 120s.",
        "6s"
    );

    private static readonly Key<TimeSpan> Limit = Key.Optional(
        "limit",
        Between(1, 120),
        "How long hits are waited for after 'horizon', when the pages have been left; 1s to 120s, and not less than 'horizon'.",
        "10s, or 'horizon' where that is longer"
    );

    public static ValueKind<SettleLimits> Kind { get; } =
        Kinds.Object<SettleLimits>(
            new Shape
            {
                Name = "settle",
                Title = "'settle'",
                KeyNoun = "key of 'settle'",
                Keys = [Within, Quiet, Horizon, Limit],
            },
            Build
        );

    private static SettleLimits Build(Found found, ReadScope scope)
    {
        var defaults = new SettleLimits();
        var horizon = found.Or(Horizon, defaults.Horizon);
        var limit = found.Or(Limit, horizon > defaults.Limit ? horizon : defaults.Limit);
        if (limit < horizon)
            scope.Problems.Add(
                found.PlaceOf(Limit),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'limit' is {limit.TotalSeconds:0.###} s and 'horizon' {horizon.TotalSeconds:0.###} s: what a page sends in the time that 'horizon' lets pass must be waited for at least as long. Raise 'limit', or lower 'horizon'."
                )
            );
        return new()
        {
            Within = found.Or(Within, defaults.Within),
            Quiet = found.Or(Quiet, defaults.Quiet),
            Horizon = horizon,
            Limit = limit,
        };
    }

    private static ValueKind<TimeSpan> Between(double least, double most) =>
        ConfigurationKinds.MillisecondsBetween(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
}
