using System.Text.RegularExpressions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Consent;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration.Consent;

/// <summary>The keys of <c>consent</c>: a ready platform, and presets by the author's own names.</summary>
internal sealed class ConsentTable
{
    private static readonly Dictionary<string, Need> Grantable = new() { ["analytics"] = Need.Analytics, ["ads"] = Need.Ads };

    private readonly Key<ConsentPlatform> _platform = Key.Optional(
        "platform",
        ConsentPlatformTable.Kind,
        "The shop's consent platform; it brings the presets granted, denied, partial and partial-ads along.",
        "none"
    );

    private readonly Key<IReadOnlyList<StepAction>> _do;
    private readonly Key<IReadOnlyList<Need>> _grants = Key.Optional(
        "grants",
        Kinds.List(Kinds.Choice(Grantable), "analytics, ads"),
        "What is then granted.",
        "nothing"
    );
    private readonly Key<bool> _gpc = Key.Optional(
        "gpc",
        Kinds.Boolean,
        "Whether the browser says Global Privacy Control, on all pages and in all requests.",
        "false"
    );

    /// <param name="actions">The actions of the checklist language.</param>
    public ConsentTable(ValueKind<IReadOnlyList<StepAction>> actions)
    {
        _do = Key.Optional("do", actions, "What the shopper does on the first page.", "the question stays unanswered");
        var preset = Kinds.Object<ConsentPreset>(
            new Shape
            {
                Name = "consent preset",
                Title = "a consent preset",
                KeyNoun = "key of a consent preset",
                Keys = [_do, _grants, _gpc],
            },
            (found, _) =>
                new ConsentPreset
                {
                    Name = "",
                    Do = found.Or(_do, []),
                    Grants = found.Or(_grants, []).ToHashSet(),
                    GlobalPrivacyControl = found.Or(_gpc, false),
                }
        );
        Kind = Kinds.Object<IReadOnlyList<ConsentPreset>>(
            new Shape
            {
                Name = "consent",
                Title = "'consent'",
                KeyNoun = "key of 'consent'",
                Keys = [_platform],
                Others = OtherKeys.Of(preset, "A preset, by the name that journeys use."),
            },
            Build
        );
    }

    public ValueKind<IReadOnlyList<ConsentPreset>> Kind { get; }

    private IReadOnlyList<ConsentPreset> Build(Found found, ReadScope scope)
    {
        foreach (
            var key in found
                .Others.Select(entry => entry.Key)
                .Where(key => !Regex.IsMatch(key.Text, KeyForm.Name.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
        )
            scope.Problems.Add(key.Place, $"'{key.Text}' in 'consent' must be {KeyForm.Name.Description}.");

        List<ConsentPreset> written = [.. found.Others.Select(entry => (ConsentPreset)entry.Value with { Name = entry.Key.Text })];
        RefuseCircles(found, written, scope.Problems);
        var ready = found.Get(_platform) is { } platform ? Ready(platform, found.PlaceOf(_platform)) : [];

        return [.. ready.Where(preset => written.TrueForAll(own => own.Name != preset.Name)), .. written];
    }

    private static IReadOnlyList<ConsentPreset> Ready(ConsentPlatform platform, SourcePlace place) =>
        [
            Preset(ConsentNames.Granted, "accept all", true, true, platform, place),
            Preset(ConsentNames.Denied, "refuse all", false, false, platform, place),
            Preset(ConsentNames.Partial, "analytics only", true, false, platform, place),
            Preset(ConsentNames.PartialAds, "ads only", false, true, platform, place),
        ];

    private static ConsentPreset Preset(string name, string words, bool analytics, bool ads, ConsentPlatform platform, SourcePlace place) =>
        new()
        {
            Name = name,
            Do = [new AnswerBanner(platform, analytics, ads) { Place = place, Text = $"{platform.Title}: {words}" }],
            Grants = Grantable.Values.Where(need => need == Need.Analytics ? analytics : ads).ToHashSet(),
        };

    private static void RefuseCircles(Found found, List<ConsentPreset> presets, SourceProblems problems)
    {
        foreach (var entry in found.Others)
        {
            if (LeadsTo(entry.Key.Text, entry.Key.Text, presets, []))
                problems.Add(
                    entry.Key.Place,
                    $"the preset '{entry.Key.Text}' is answered by itself. Write what the shopper clicks: do: [{{click: …}}]."
                );
        }
    }

    private static bool LeadsTo(string target, string from, List<ConsentPreset> presets, HashSet<string> seen) =>
        seen.Add(from)
        && Answered(presets.Find(preset => preset.Name == from)?.Do ?? [])
            .Any(next => next == target || LeadsTo(target, next, presets, seen));

    private static IEnumerable<string> Answered(IEnumerable<StepAction> actions) =>
        actions.SelectMany(action =>
            action switch
            {
                AnswerConsent answer => [answer.Preset],
                OnDevice on => Answered(on.Actions),
                _ => Enumerable.Empty<string>(),
            }
        );
}
