using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration.Sites;

/// <summary>The values of <c>demoShop</c>: true, or the faults that are switched on.</summary>
internal static class DemoShopTable
{
    private static readonly Key<IReadOnlyList<string>> Faults = Key.Optional(
        "faults",
        Kinds.OneOrMore(Kinds.Name, "fault names"),
        "The tracking faults that are switched on.",
        "none"
    );

    private static readonly Shape Shape = new()
    {
        Name = "demo shop",
        Title = "'demoShop'",
        KeyNoun = "key of 'demoShop'",
        Keys = [Faults],
    };

    public static ValueKind<DemoShopChoice> Kind { get; } =
        Kinds.Either(
            "true, false or {\"faults\": […]}",
            Kinds.Boolean.Select(wanted => new DemoShopChoice(wanted ? new DemoShopSettings() : null)),
            Kinds.Object<DemoShopChoice>(Shape, (found, _) => new DemoShopChoice(new DemoShopSettings { Faults = found.Or(Faults, []) }))
        );
}

/// <summary>What <c>demoShop</c> says; null settings = it is not wanted.</summary>
internal sealed record DemoShopChoice(DemoShopSettings? Settings);
