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
        "The longest that settling may take, 1s to 120s.",
        "10s"
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
            (found, _) => Build(found, new SettleLimits())
        );

    private static SettleLimits Build(Found found, SettleLimits defaults) =>
        new()
        {
            Within = found.Or(Within, defaults.Within),
            Quiet = found.Or(Quiet, defaults.Quiet),
            Horizon = found.Or(Horizon, defaults.Horizon),
            Limit = found.Or(Limit, defaults.Limit),
        };

    private static ValueKind<TimeSpan> Between(double least, double most) =>
        ConfigurationKinds.MillisecondsBetween(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
}
