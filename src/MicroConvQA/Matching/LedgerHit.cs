using MicroConvQA.Attribution;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;

namespace MicroConvQA.Matching;

/// <summary>A hit at a configured destination, with what matching needs to know of it.</summary>
internal sealed class LedgerHit(
    AttributedHit attributed,
    Destination destination,
    Uncounted uncounted,
    ParameterChecks checks,
    PairedElsewhere elsewhere
)
{
    private readonly Dictionary<string, HitParameters> parameters = [];
    private readonly Dictionary<string, int> ruleFailures = [];

    /// <summary>What is known of hits of variants of one walk; null = each is judged for itself.</summary>
    internal JudgingMemory? Memory { get; init; }

    public AttributedHit Attributed => attributed;

    public Destination Destination => destination;

    public Uncounted Uncounted => uncounted;

    /// <summary>The hit that it repeats; null = it is no copy of another.</summary>
    public Hit? Original { get; init; }

    public int StepIndex => attributed.StepIndex;

    public int Request => attributed.Hit.Request.Number;

    /// <summary>Its parameters as the parameters of a conversion.</summary>
    public HitParameters ParametersAs(Conversion conversion)
    {
        if (!parameters.TryGetValue(conversion.Name, out var view))
            parameters.Add(
                conversion.Name,
                view = new(attributed.Hit, conversion.At[destination.Name], (other, name) => elsewhere.Find(this, other, name))
            );
        return view;
    }

    /// <summary>How many of the dictionary's rules it breaks as a hit of a conversion.</summary>
    public int RuleFailures(Conversion conversion)
    {
        if (!ruleFailures.TryGetValue(conversion.Name, out var failures))
            ruleFailures.Add(
                conversion.Name,
                failures = Known(("rules", conversion.Name), () =>
                    Failures(checks.All(ParametersAs(conversion), conversion.Parameters, NoConditions))
                )
            );
        return failures;
    }

    /// <summary>How many of the journey's own conditions it breaks.</summary>
    public int OwnFailures(Claim claim) =>
        claim.Expectation.Parameters.Count == 0
            ? 0
            : Known(("own", claim.Key), () => Failures(checks.All(ParametersAs(claim.Conversion), [], claim.Expectation.Parameters)));

    /// <summary>In how many parameters it differs from what is expected.</summary>
    public int Differences(Claim claim) => RuleFailures(claim.Conversion) + OwnFailures(claim);

    /// <summary>Every parameter held against what is expected.</summary>
    public IReadOnlyList<ParameterCheck> Checks(Claim claim) =>
        Known<IReadOnlyList<ParameterCheck>>(("checks", claim.Key), () =>
            [.. checks.All(ParametersAs(claim.Conversion), claim.Conversion.Parameters, claim.Expectation.Parameters)]
        );

    /// <summary>A fact about the hit, found out once for all variants of its walk.</summary>
    internal T Known<T>(object about, Func<T> find)
        where T : notnull => Memory is null ? find() : Memory.Of(attributed.Hit, about, find);

    private static readonly Dictionary<string, Journeys.Conditions.Condition> NoConditions = [];

    private static int Failures(IEnumerable<ParameterCheck> all) => all.Count(check => check.Truth == Conditions.Truth.Fails);
}
