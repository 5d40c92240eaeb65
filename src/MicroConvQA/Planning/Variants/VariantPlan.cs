using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Variants;
using MicroConvQA.Source;

namespace MicroConvQA.Planning.Variants;

/// <summary>A journey as written and in the variants that are asked for.</summary>
internal sealed class VariantPlan
{
    private readonly Journey journey;
    private readonly IReadOnlyList<(ShopperVariant Variant, Derivation Derivation)> derived;

    /// <param name="journey">The journey.</param>
    /// <param name="asked">What the start asks for; null = what the journey itself names.</param>
    /// <param name="dictionary">Tells which conversion is an order.</param>
    public VariantPlan(Journey journey, IReadOnlyList<ShopperVariant>? asked, ConversionDictionary dictionary)
    {
        this.journey = journey;
        derived =
        [
            .. (asked ?? journey.Variants)
                .Union(journey.Variants)
                .Select(variant => (variant, JourneyVariants.Of(journey, variant, dictionary))),
        ];
    }

    public IEnumerable<(Journey Journey, ShopperVariant? Variant)> Journeys =>
        derived
            .Where(one => one.Derivation.Journey is not null)
            .Select(one => (one.Derivation.Journey!, (ShopperVariant?)one.Variant))
            .Prepend((journey, null));

    public IEnumerable<string> LeftOut =>
        derived.Where(one => one.Derivation.WhyNot is not null).Select(one => Sentence(one.Variant, one.Derivation));

    /// <summary>A variant that a journey names must be one of its own; one that the start names, one of some journey's.</summary>
    public static void Demand(IEnumerable<VariantPlan> plans, RunSelection selection)
    {
        var all = plans.ToList();
        List<SourceProblem> problems =
        [
            .. from plan in all
            from one in plan.derived
            where one.Derivation.WhyNot is not null && plan.journey.Variants.Contains(one.Variant)
            select new SourceProblem(plan.journey.Place, plan.Sentence(one.Variant, one.Derivation)),
            .. from variant in selection.Variants ?? []
            let chosen = all.Where(plan => selection.Journeys.Count == 0 || selection.Journeys.Contains(plan.journey.Name)).ToList()
            where
                selection.Variants!.Count < VariantNames.All.Count
                && chosen.TrueForAll(plan => plan.derived.Any(one => one.Variant == variant && one.Derivation.WhyNot is not null))
            select new SourceProblem(
                SourcePlace.Whole("command line"),
                $"--variants {VariantNames.Of(variant)}: no journey has it. {string.Join(" ", chosen.SelectMany(plan => plan.derived.Where(one => one.Variant == variant).Select(one => plan.Sentence(one.Variant, one.Derivation))))}"
            ),
        ];
        if (problems.Count > 0)
            throw new SourceProblemException(problems);
    }

    private string Sentence(ShopperVariant variant, Derivation derivation) =>
        $"The journey '{journey.Name}' has no variant '{VariantNames.Of(variant)}': {derivation.WhyNot}";
}
