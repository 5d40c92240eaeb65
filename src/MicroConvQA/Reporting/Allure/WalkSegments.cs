using System.Globalization;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Variants;
using MicroConvQA.Planning;
using MicroConvQA.Recording;

namespace MicroConvQA.Reporting.Allure;

/// <summary>What a run is cut by, for one walk: the parameters of its tests and the tag in their names.</summary>
/// <param name="walk">The walk.</param>
/// <param name="recording">What really ran; null = it was not walked.</param>
internal sealed class WalkSegments(Walk walk, JourneyRecording? recording)
{
    /// <summary>What stands in brackets behind every test's name: <c>[pixel-7]</c>, <c>[pixel-7, denied]</c>.</summary>
    public string Tag { get; } = $"[{string.Join(", ", TagParts(walk))}]" + (walk.Repetition == 1 ? "" : $" #{walk.Repetition}");

    /// <summary>The parameters that make the identity, then the excluded ones.</summary>
    public IReadOnlyList<AllureParameter> Parameters { get; } = [.. Identity(walk), .. recording is null ? [] : Shown(walk, recording)];

    private static IEnumerable<string> TagParts(Walk walk)
    {
        yield return walk.Device.Name;
        if (walk.Journey.Consent.Count > 1)
            yield return walk.Consent.Name;
        if (walk.Row is not null && walk.Journey.Matrix.Count > 1)
            yield return walk.Row.ToString();
        if (walk.Variant is { } variant)
            yield return $"variant {VariantNames.Of(variant)}";
    }

    private static IEnumerable<AllureParameter> Identity(Walk walk)
    {
        yield return new AllureParameter("device", walk.Device.Name);
        yield return new AllureParameter("consent", walk.Consent.Name);
        if (walk.Row is not null)
            yield return new AllureParameter("row", walk.Row.ToString());
        if (walk.Variant is { } variant)
            yield return new AllureParameter("variant", VariantNames.Of(variant));
        // The first repetition is the walk that a run without --repeat has, and keeps its history.
        if (walk.Repetition > 1)
            yield return new AllureParameter("repetition", walk.Repetition.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<AllureParameter> Shown(Walk walk, JourneyRecording recording) =>
        [
            Excluded("engine", EngineOf(recording.RanOn)),
            Excluded("device group", walk.Device.Group),
            Excluded("visitor", walk.Journey.Visitor == Visitor.New ? "new" : "returning"),
            Excluded(
                "channel",
                walk.Journey.Channel.Count == 0
                    ? "direct"
                    : string.Join("&", walk.Journey.Channel.Select(pair => $"{pair.Key}={pair.Value}"))
            ),
            Excluded("locale", walk.Device.Locale ?? "the browser's own"),
            Excluded("base URL", recording.Walk.BaseUrl),
            Excluded("clock", ClockOf(recording.RanOn)),
            Excluded("capture", recording.RanOn.Capture),
            Excluded("automation", recording.RanOn.Automation),
        ];

    private static string ClockOf(RanOn ranOn) =>
        ranOn switch
        {
            { RealTimeBecause: { } reason } => $"real, because {reason}",
            { VirtualClock: true } => "virtual",
            _ => "real",
        };

    private static string EngineOf(RanOn ranOn) =>
        $"{ranOn.Engine} {ranOn.Version}" + (ranOn.Engine == ranOn.AskedFor ? "" : $" (in place of {ranOn.AskedFor})");

    private static AllureParameter Excluded(string name, string value) => new(name, value, Excluded: true);
}
