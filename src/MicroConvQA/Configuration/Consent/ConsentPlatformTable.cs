using MicroConvQA.Journeys.Consent;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration.Consent;

/// <summary>How an author names the consent platform of the shop: by one word, or with the shop's own names of its purposes.</summary>
internal static class ConsentPlatformTable
{
    private static readonly ValueKind<ConsentPlatform> Platform = Kinds.Choice(
        ConsentPlatforms.All.ToDictionary(platform => platform.Name)
    );

    private static readonly Key<ConsentPlatform> Name = Key.Required("name", Platform, "The platform.");
    private static readonly Key<IReadOnlyList<string>> Analytics = Key.Optional(
        "analytics",
        Kinds.OneOrMore(Kinds.Text, "names", 1),
        "The shop's names of the purposes that mean analytics: 'C0002', 'Statistics' …",
        "the platform's own"
    );

    private static readonly Key<IReadOnlyList<string>> Ads = Key.Optional(
        "ads",
        Kinds.OneOrMore(Kinds.Text, "names", 1),
        "The shop's names of the purposes that mean ads: 'C0004', 'Marketing' …",
        "the platform's own"
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = "consent platform",
            Title = "a consent platform",
            KeyNoun = "key of a consent platform",
            Keys = [Name, Analytics, Ads],
        };

    public static ValueKind<ConsentPlatform> Kind { get; } =
        Kinds.Either("a consent platform's name or a mapping (name, analytics, ads)", Platform, Kinds.Object(Shape, Build));

    private static ConsentPlatform? Build(Found found, ReadScope scope) =>
        found.Get(Name) is { } platform
            ? platform with
            {
                Analytics = found.Or(Analytics, platform.Analytics),
                Ads = found.Or(Ads, platform.Ads),
            }
            : null;
}
